import type { Queryable } from '#lib/db/client.ts'
import type { ShiftModel } from '../api-shift.ts'
import { type ClaimedModel, shiftModelOf } from '../shift-facts.ts'

const PROPERTIES = ['lineage', 'generation', 'weights', 'counterpart']

/** Every model with a place in a lineage, as the API-shift rule reads them; `ref` is the model's current name. */
export async function listShiftModels(db: Queryable): Promise<ShiftModel[]> {
  const models = await db.model.findMany({
    include: {
      publisher: true,
      current: { select: { name: true } },
      relations: {
        where: { relation: { in: ['finetune', 'quantized', 'base'] } },
        include: { to: { include: { current: { select: { name: true } } } } },
      },
    },
  })
  const claims = await db.claim.findMany({
    where: { subjectKind: 'model', property: { in: PROPERTIES }, retractsId: null, retractions: { none: {} } },
    orderBy: { recordedAt: 'desc' },
  })
  const claimsOf = Map.groupBy(claims, (claim) => claim.subjectId)
  const names = new Set(models.flatMap((model) => model.current?.name ?? []))
  return models.flatMap((model) => {
    const ref = model.current?.name
    if (ref === undefined) return []
    const claimed: ClaimedModel = {
      ref,
      kind: model.kind,
      publisher: model.publisher?.name ?? null,
      baseRef: model.relations[0]?.to.current?.name ?? null,
      claims: claimsOf.get(model.id) ?? [],
    }
    return [shiftModelOf(claimed, (repo) => (names.has(repo) ? repo : null))]
  })
}
