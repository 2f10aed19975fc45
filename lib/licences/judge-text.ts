import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import { identify, licenceIndex } from './identify.ts'
import { MAX_LICENCE_BYTES, readLicenceText, type TextRefusal } from './licence-text.ts'
import { fingerprintOf, normaliseWords } from './normalise.ts'
import type { JudgedText } from './text-judge.ts'

const REFUSALS: Readonly<Record<TextRefusal, Refusal>> = {
  'too-large': {
    field: '',
    rule: 'text.too_large',
    message: `A licence text may have ${MAX_LICENCE_BYTES.toLocaleString('en')} bytes at most.`,
    remedy: 'Send the licence file alone.',
  },
  binary: {
    field: '',
    rule: 'text.binary',
    message: 'These bytes are no text.',
    remedy: 'Send the licence as plain text.',
  },
}

/** Reads bytes as a licence text and says what they were recognised as; refuses what is no text or too large. */
export async function judgeText(bytesOrText: Uint8Array | string): Promise<Outcome<JudgedText>> {
  const read = readLicenceText(typeof bytesOrText === 'string' ? new TextEncoder().encode(bytesOrText) : bytesOrText)
  if ('refused' in read) return refused(REFUSALS[read.refused])
  const identification = identify(read, await licenceIndex())
  return ok({ ...read, fingerprint: fingerprintOf(normaliseWords(read.text)), identification })
}
