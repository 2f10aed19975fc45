import type { Queryable } from '#lib/db/client.ts'
import { listHeldTexts } from './find-texts.ts'

export interface ListedLicence {
  id: string
  models: number
  texts: number
}

/** Every licence that some model stands under or some text was recognised as, the most used first. */
export async function listLicences(db: Queryable): Promise<ListedLicence[]> {
  const rows = await db.modelCurrent.groupBy({
    by: ['licenceId'],
    _count: { modelId: true },
    where: { licenceId: { not: null } },
  })
  const licences = new Map<string, ListedLicence>()
  const at = (id: string) => licences.get(id) ?? { id, models: 0, texts: 0 }
  for (const { licenceId, _count } of rows) {
    if (licenceId !== null) licences.set(licenceId, { ...at(licenceId), models: _count.modelId })
  }
  for (const { identification } of await listHeldTexts(db)) {
    const id = identification?.licenceId ?? null
    if (id !== null) licences.set(id, { ...at(id), texts: at(id).texts + 1 })
  }
  return [...licences.values()].sort((a, b) => b.models - a.models || (a.id < b.id ? -1 : 1))
}

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
