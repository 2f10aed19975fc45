import type { Tx } from '#lib/db/client.ts'
import { canonicalJson } from '#lib/shared/canonical-json.ts'

/** Adds what a look saw of a model's facts, beside what catalogues say; a value seen before is not said again. */
export async function recordObservedClaims(
  tx: Tx,
  modelId: string,
  facts: Record<string, string | number | null>,
  observationId: string,
  at: Date,
): Promise<void> {
  const said = Object.entries(facts).filter((entry): entry is [string, string | number] => entry[1] !== null)
  if (said.length === 0) return
  const rows = await tx.claim.findMany({
    where: { subjectId: modelId, dataset: 'look', property: { in: said.map(([property]) => property) } },
    orderBy: { recordedAt: 'asc' },
  })
  const newest = new Map(rows.map((row) => [row.property, canonicalJson(row.value)]))
  await tx.claim.createMany({
    data: said
      .filter(([property, value]) => newest.get(property) !== canonicalJson(value))
      .map(([property, value]) => ({
        subjectKind: 'model',
        subjectId: modelId,
        property,
        value,
        sourceRefs: [observationId],
        grade: 'observed' as const,
        confidence: 'verified',
        dataset: 'look',
        version: observationId,
        recordedAt: at,
      })),
  })
}
