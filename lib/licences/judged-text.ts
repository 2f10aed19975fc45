import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import { identify, licenceIndex } from './identify.ts'
import { readLicenceText } from './licence-text.ts'
import { fingerprintOf, normaliseWords } from './normalise.ts'
import type { JudgedText } from './text-judge.ts'
import { textRefusal } from './text-refusal.ts'

/** Reads bytes as a licence text and says what they were recognised as; refuses what is no text or too large. */
export async function judgeText(bytesOrText: Uint8Array | string): Promise<Outcome<JudgedText>> {
  const read = readLicenceText(typeof bytesOrText === 'string' ? new TextEncoder().encode(bytesOrText) : bytesOrText)
  if ('refused' in read) return refused(textRefusal(read.refused, ''))
  const identification = identify(read, await licenceIndex())
  return ok({ ...read, fingerprint: fingerprintOf(normaliseWords(read.text)), identification })
}
