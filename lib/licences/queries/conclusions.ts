import type { Queryable } from '#lib/db/client.ts'
import { counts } from '../reading.ts'
import { listReadingRules, listReadings } from './readings.ts'

/** What a person concluded about moving from one text to another. */
export interface ConcludedComparison {
  id: string
  fromSha: string
  toSha: string
  outcome: 'no_change_in_terms' | 'narrowed' | 'widened' | 'mixed'
  reason: string
  personName: string
  at: Date
}

/** What a person concluded a text permits, requires or forbids. */
export interface ConcludedReading {
  id: string
  textSha: string
  terms: string[]
  /** Concluded, and counting only once a second person agrees. */
  isWaiting: boolean
  reason: string | null
  personName: string
  at: Date
}

/** What a person concluded a revision stands under. */
export interface ConcludedBinding {
  id: string
  textSha: string | null
  licenceId: string | null
  reason: string | null
  personName: string | null
  at: Date
  model: { id: string; name: string }
  revision: string
}

export interface Conclusions {
  comparisons: ConcludedComparison[]
  readings: ConcludedReading[]
  bindings: ConcludedBinding[]
}

const SHOWN = 100

/** What people concluded about some texts, or about a licence and its texts; newest first. */
export async function listConclusions(
  db: Queryable,
  { textShas, licenceId }: { textShas: readonly string[]; licenceId?: string | undefined },
): Promise<Conclusions> {
  const among = { in: [...textShas] }
  const [comparisons, held, rules, bindings] = await Promise.all([
    db.comparisonConclusion.findMany({
      where: { OR: [{ fromSha: among }, { toSha: among }] },
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
    }),
    listReadings(db, textShas),
    listReadingRules(db),
    db.binding.findMany({
      where: {
        basis: 'concluded',
        OR: [{ textSha: among }, ...(licenceId === undefined ? [] : [{ licenceId }])],
      },
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      include: {
        revision: {
          select: { value: true, modelId: true, model: { select: { current: { select: { name: true } } } } },
        },
      },
    }),
  ])
  const readings = [...held]
    .flatMap(([textSha, ofText]) => ofText.map((reading) => ({ ...reading, textSha })))
    .filter((reading) => reading.status === 'concluded')
    .sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, SHOWN)
  return {
    comparisons: comparisons.map(({ recordedAt, personId: _, ...row }) => ({ ...row, at: recordedAt })),
    readings: readings.map((row) => ({
      id: row.id,
      textSha: row.textSha,
      terms: row.terms.map(({ term }) => term).sort(),
      isWaiting: !counts(row, rules),
      reason: row.reason,
      personName: row.recordedByName,
      at: row.recordedAt,
    })),
    bindings: bindings.map((row) => ({
      id: row.id,
      textSha: row.textSha,
      licenceId: row.licenceId,
      reason: row.reason,
      personName: row.recordedByName,
      at: row.recordedAt,
      model: { id: row.revision.modelId, name: row.revision.model.current?.name ?? row.revision.modelId },
      revision: row.revision.value,
    })),
  }
}
