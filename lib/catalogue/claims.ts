import { createHash } from 'node:crypto'
import { canonicalJson } from '#lib/shared/canonical-json.ts'
import { counterpartRelation } from './counterpart.ts'
import { type CatalogueDataset, type CatalogueEntry, entryRef } from './dataset.ts'
import { basisOf, claimsOfEntry, readingOf } from './entry-claims.ts'
import type { PlannedModel, PlannedRelation, PlannedRevision } from './planned-model.ts'

/** The name under which claims of the shipped catalogue are recorded. */
export const CATALOGUE_DATASET = 'qwen-catalogue'

/** Everything the catalogue wants on record, in the order of its entries; the same data always gives the same plan. */
export function claimsOf(dataset: CatalogueDataset): PlannedModel[] {
  const listed = new Set(dataset.entries.map(entryRef))
  return dataset.entries.map((entry) => ({
    key: keyOf(entry),
    kind: entry.weights === 'open' ? 'weights' : 'api_only',
    publisher: dataset.publisher.name,
    family: entry.family,
    names: [{ registry: entry.weights === 'open' ? 'hf' : 'provider', name: entryRef(entry) }],
    relations: relationsOf(entry, dataset).filter((relation) => listed.has(relation.toKey.slice('hf:'.length))),
    revisions: revisionsOf(entry),
    claims: claimsOfEntry(entry, dataset),
  }))
}

/** Day of compilation and a hash of the plan: it changes when a fact changes, or when we read the same facts otherwise. */
export function datasetVersion(dataset: CatalogueDataset, models: readonly PlannedModel[]): string {
  const hash = createHash('sha256').update(canonicalJson(models)).digest('hex')
  return `${dataset.compiled}+${hash.slice(0, 12)}`
}

function keyOf(entry: CatalogueEntry): string {
  return `${entry.weights === 'open' ? 'hf' : 'provider'}:${entryRef(entry)}`
}

function relationsOf(entry: CatalogueEntry, dataset: CatalogueDataset): PlannedRelation[] {
  const existence = basisOf(entry.sources.existence, entry.confidence.existence, dataset)
  const relations: PlannedRelation[] = []
  if (entry.base_model) {
    const relation = entry.quantisation ? 'quantized' : 'finetune'
    relations.push({ relation, toKey: `hf:${entry.base_model}`, ...existence, note: null })
  }
  if (entry.weights === 'api-only' && entry.counterpart.repo_id) {
    const relation = counterpartRelation(entry.counterpart.relation)
    if (relation !== 'none') {
      relations.push({
        relation,
        toKey: `hf:${entry.counterpart.repo_id}`,
        ...readingOf(existence),
        confidence: entry.counterpart.confidence ?? 'uncertain',
        note: entry.counterpart.note,
      })
    }
  }
  return relations
}

function revisionsOf(entry: CatalogueEntry): PlannedRevision[] {
  if (entry.weights === 'open') {
    // An abbreviated commit identifies nothing for certain: it stays a claim (`commitPrefixes`), never a revision.
    return entry.known_revisions
      .filter((revision) => /^[0-9a-f]{40}$/.test(revision))
      .map((value) => ({ kind: 'commit', value, note: null }))
  }
  return entry.known_revisions.map((revision) => {
    const [, value, note] = /^(\S+)(?:\s+\((.*)\))?$/.exec(revision) ?? []
    return { kind: 'provider_snapshot', value: value ?? revision, note: note ?? null }
  })
}
