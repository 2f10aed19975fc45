import type { ClaimLoad, ModelDetail } from '#lib/catalogue/queries/model-detail.ts'
import type { ModelRepository } from '#lib/upstream/queries/model-history.ts'

export interface RecordEntry {
  key: string
  at: Date
  says: string
}

const REGISTRIES: Readonly<Record<string, string>> = { hf: 'on the hub', provider: 'at its provider', own: 'here' }

/** What put a model on record as it stands, newest first: names, places at hubs, versions of data sets. */
export function recordOf(
  model: Pick<ModelDetail, 'names' | 'createdAt'>,
  loads: readonly ClaimLoad[],
  repositories: readonly ModelRepository[],
): RecordEntry[] {
  const names = model.names.flatMap(({ registry, name, recordedAt, endedAt }): RecordEntry[] => {
    const where = REGISTRIES[registry] ?? `in ${registry}`
    const began = { key: `name ${registry} ${name} ${recordedAt.toISOString()}`, at: recordedAt }
    return [
      { ...began, says: `Known ${where} as ${name}.` },
      ...(endedAt === null
        ? []
        : [{ key: `${began.key} end`, at: endedAt, says: `${name} ${where} no longer means this model.` }]),
    ]
  })
  const places = repositories.map(({ id, hub, hubObjectId, createdAt }) => ({
    key: `repository ${id}`,
    at: createdAt,
    says: `A look found its repository (${hub}${hubObjectId === null ? '' : `, object ${hubObjectId}`}).`,
  }))
  const claims = loads.map(({ dataset, version, at, added, retracted }) => ({
    key: `${dataset} ${version}`,
    at,
    says: `${dataset} ${version}: ${count(added, 'claim')} added${retracted === 0 ? '' : `, ${count(retracted, 'claim')} taken back`}.`,
  }))
  return [...names, ...places, ...claims].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.key < b.key ? -1 : 1))
}

function count(n: number, one: string): string {
  return `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`
}
