import type { Queryable } from '#lib/db/client.ts'

const BASES = ['identified', 'declared'] as const

/** The binding that says which text governed a model at an instant. */
export interface GoverningBinding {
  basis: (typeof BASES)[number]
  textSha: string
  licenceId: string | null
  revision: string
  validFrom: Date
  recordedAt: Date
}

/** The model asked about and its binding at an instant; without one, why. */
export interface ModelAt {
  model: { id: string; name: string }
  at: Date
  binding: GoverningBinding | null
  /** Null where there is a binding. `no_text`: something was bound, but no text is held for it. */
  missing: 'nothing_known' | 'no_text' | null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The model of an id or of its present name; null where there is none. */
async function findModel(db: Queryable, idOrName: string): Promise<ModelAt['model'] | null> {
  const row = await db.modelCurrent.findFirst({
    where: UUID.test(idOrName) ? { modelId: idOrName } : { name: idOrName },
    select: { modelId: true, name: true },
  })
  return row && { id: row.modelId, name: row.name }
}

/**
 * Which text governed a model at an instant: the newest binding known and holding then, as its text was identified, else as its
 * card declares. Null where there is no such model.
 */
export async function findModelAt(db: Queryable, idOrName: string, at: Date): Promise<ModelAt | null> {
  const model = await findModel(db, idOrName)
  if (model === null) return null
  let hasBinding = false
  for (const basis of BASES) {
    const row = await db.binding.findFirst({
      where: { basis, revision: { modelId: model.id }, recordedAt: { lte: at }, validFrom: { lte: at } },
      orderBy: [{ validFrom: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
      include: { revision: { select: { value: true } } },
    })
    hasBinding ||= row !== null
    if (row === null || row.textSha === null) continue
    const { textSha, licenceId, validFrom, recordedAt, revision } = row
    const binding = { basis, textSha, licenceId, validFrom, recordedAt, revision: revision.value }
    return { model, at, binding, missing: null }
  }
  return { model, at, binding: null, missing: hasBinding ? 'no_text' : 'nothing_known' }
}
