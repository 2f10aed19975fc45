import type { Tx } from '#lib/db/client.ts'
import type { Json } from '#lib/shared/canonical-json.ts'
import { type SeenSummary, type StoredClaim, summariseModel } from '../model-summary.ts'
import { listActiveClaims } from '../queries/claims.ts'

/**
 * Writes the list row of each model anew from its facts. `seen` carries what looks found, for the models they found it of;
 * models that are not in it keep what the last look said.
 */
export async function projectModels(
  tx: Tx,
  modelIds: readonly string[],
  seen: ReadonlyMap<string, SeenSummary>,
  now: Date,
): Promise<void> {
  const models = await tx.model.findMany({
    where: { id: { in: [...modelIds] } },
    include: { publisher: true, family: true, names: { where: { end: null }, orderBy: { recordedAt: 'desc' } } },
  })
  const claims = await listActiveClaims(tx, modelIds)
  const existing = await tx.modelCurrent.findMany({ where: { modelId: { in: [...modelIds] } } })
  const claimsOf = Map.groupBy(claims, (claim) => claim.subjectId)
  const rowOf = new Map(existing.map((row) => [row.modelId, row]))
  for (const model of models) {
    const [name] = model.names
    const row = rowOf.get(model.id)
    const stored: StoredClaim[] = (claimsOf.get(model.id) ?? []).map((claim) => ({
      ...claim,
      value: claim.value as Json,
    }))
    const kept =
      row?.state != null && row.lastSeenAt !== null
        ? { state: row.state, hasMismatch: row.hasMismatch, lastSeenAt: row.lastSeenAt }
        : null
    const summary = summariseModel(model.kind, stored, seen.get(model.id) ?? null)
    const data = {
      name: name?.name ?? model.id,
      registry: name?.registry ?? 'own',
      publisher: model.publisher?.name ?? null,
      family: model.family?.name ?? null,
      kind: model.kind,
      updatedAt: now,
      ...summary,
      // A catalogue load knows nothing of looks: what they found stands.
      ...(seen.has(model.id) || row === undefined || kept === null
        ? {}
        : { ...kept, licenceId: row.licenceId, licenceBasis: row.licenceBasis, openness: row.openness }),
    }
    await tx.modelCurrent.upsert({ where: { modelId: model.id }, create: { modelId: model.id, ...data }, update: data })
  }
}
