import type { Queryable } from '#lib/db/client.ts'
import type { ComparedText, ComparedTexts } from '../compared-texts.ts'
import type { Identification } from '../identify.ts'
import { readTermsOf } from '../reading.ts'
import { termDifferences } from '../term-differences.ts'
import { textTitle } from '../text-title.ts'
import { loadEffectiveReadings } from './readings.ts'
import { findTextContent, listIdentifications } from './texts.ts'

const SHA256 = /^[0-9a-f]{64}$/

/** Two texts ready to be compared, or what stands against it: one of them is not held, or its bytes are no text. */
export type FoundTexts =
  | { found: 'both'; texts: ComparedTexts }
  | { found: 'missing' | 'unreadable'; side: 'before' | 'after'; sha256: string }

/** Reads two held texts with what they were recognised as, and which of their terms differ where both were read, by the machine or by a person. */
export async function findComparedTexts(db: Queryable, from: string, to: string, now: Date): Promise<FoundTexts> {
  const identifications = await listIdentifications(db, [from, to])
  const [before, after] = [
    await findSide(db, from, identifications.get(from) ?? null),
    await findSide(db, to, identifications.get(to) ?? null),
  ]
  if (typeof before === 'string') return { found: before, side: 'before', sha256: from }
  if (typeof after === 'string') return { found: after, side: 'after', sha256: to }
  const read = await loadEffectiveReadings(db, [from, to])
  const termsOf = (sha256: string) => readTermsOf(read({ sha256, identification: identifications.get(sha256) ?? null }))
  const [termsBefore, termsAfter] = [termsOf(from), termsOf(to)]
  return {
    found: 'both',
    texts: {
      before,
      after,
      terms: termsBefore === null || termsAfter === null ? null : termDifferences(termsBefore, termsAfter),
      asOf: now.toISOString(),
    },
  }
}

async function findSide(
  db: Queryable,
  sha256: string,
  identification: Identification | null,
): Promise<ComparedText | 'missing' | 'unreadable'> {
  const row = SHA256.test(sha256) ? await db.licenceText.findUnique({ where: { sha256 } }) : null
  if (row === null) return 'missing'
  const text = await findTextContent(db, sha256)
  if (text === null) return 'unreadable'
  const licenceId = identification?.licenceId ?? null
  return {
    sha256,
    name: identification === null || identification.verdict === 'UNKNOWN' ? null : textTitle(identification),
    licenceId,
    verdict: identification?.verdict ?? null,
    text,
  }
}

/** The hash of the one held text whose hash begins so; null where none or more than one does. */
export async function findTextByPrefix(db: Queryable, prefix: string): Promise<string | null> {
  if (!/^[0-9a-f]{8,64}$/.test(prefix)) return null
  const rows = await db.licenceText.findMany({ where: { sha256: { startsWith: prefix } }, take: 2 })
  return rows.length === 1 ? (rows[0]?.sha256 ?? null) : null
}
