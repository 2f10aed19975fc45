import { z } from 'zod'
import type { Queryable } from '#lib/db/client.ts'
import type { Identification } from '../identify.ts'
import { type EffectiveReading, effectiveReading, type RuleEntry, type StoredReading } from '../reading.ts'
import { isTermKey } from '../term-values.ts'
import { findTermsFor } from '../terms.ts'

const confidence = z.enum(['high', 'medium', 'low', 'none'])

/** Every reading on record of some texts, with its terms and opinions, by text, newest first. */
export async function listReadings(db: Queryable, textShas: readonly string[]): Promise<Map<string, StoredReading[]>> {
  const rows = await db.reading.findMany({
    where: { textSha: { in: [...textShas] } },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    include: { terms: true, opinions: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  })
  const found = new Map<string, StoredReading[]>()
  for (const { textSha, terms, opinions, ...row } of rows) {
    const reading: StoredReading = {
      id: row.id,
      status: row.status,
      engineVersion: row.engineVersion,
      reason: row.reason,
      recordedBy: row.recordedBy,
      recordedByName: row.recordedByName,
      recordedAt: row.recordedAt,
      terms: terms.flatMap(({ term, value, section, start, end, sentence, confidence: sure }) =>
        isTermKey(term)
          ? [{ term, value: z.json().parse(value), section, start, end, sentence, confidence: confidence.parse(sure) }]
          : [],
      ),
      opinions,
    }
    found.set(textSha, [...(found.get(textSha) ?? []), reading])
  }
  return found
}

export interface ReadingRuleOnRecord extends RuleEntry {
  id: string
  reason: string
  personName: string
}

/** Every rule about second persons there ever was, the newest first. */
export async function listReadingRules(db: Queryable): Promise<ReadingRuleOnRecord[]> {
  return db.readingRule.findMany({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true, needsSecondPerson: true, reason: true, personName: true, at: true },
  })
}

/** Loads what is on record of some texts once and answers what each is taken to say under what it was identified as; with an instant, as it was known then. */
export async function loadEffectiveReadings(
  db: Queryable,
  textShas: readonly string[],
  at: Date | null = null,
): Promise<(text: { sha256: string; identification: Identification | null }) => EffectiveReading> {
  const readings = await listReadings(db, textShas)
  const rules = await listReadingRules(db)
  return ({ sha256, identification }) => {
    const row = identification
      ? findTermsFor(identification.licenceId, identification.verdict, identification.alternatives)
      : null
    return effectiveReading({ row, readings: readings.get(sha256) ?? [], rules }, at)
  }
}

/** What each of some texts is taken to say, in a fixed number of queries; with an instant, as it was known then. */
export async function listEffectiveReadings(
  db: Queryable,
  texts: readonly { sha256: string; identification: Identification | null }[],
  at: Date | null = null,
): Promise<Map<string, EffectiveReading>> {
  const shas = texts.map((text) => text.sha256)
  const read = await loadEffectiveReadings(db, shas, at)
  return new Map(texts.map((text) => [text.sha256, read(text)]))
}
