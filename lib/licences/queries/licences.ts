import type { Queryable } from '#lib/db/client.ts'

export interface ModelUnder {
  id: string
  name: string
  /** identified, declared or catalogue. */
  basis: string | null
  hasMismatch: boolean
}

const MODELS_SHOWN = 100

/** The models that stand under a licence, those whose text was read first; `total` counts all of them. */
export async function listModelsUnder(
  db: Queryable,
  licenceId: string,
): Promise<{ models: ModelUnder[]; total: number }> {
  const rows = await db.modelCurrent.findMany({
    where: { licenceId },
    orderBy: [{ licenceBasis: 'desc' }, { name: 'asc' }],
    take: MODELS_SHOWN,
    select: { modelId: true, name: true, licenceBasis: true, hasMismatch: true },
  })
  return {
    models: rows.map(({ modelId, name, licenceBasis, hasMismatch }) => ({
      id: modelId,
      name,
      basis: licenceBasis,
      hasMismatch,
    })),
    total: await db.modelCurrent.count({ where: { licenceId } }),
  }
}
