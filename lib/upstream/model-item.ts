import type { CatalogueSpeaks } from '#lib/catalogue/list-items.ts'
import type { CsvColumn } from '#lib/shared/csv.ts'
import type { ModelStanding } from './model-standing.ts'

/** A row of the list of models, as `model_current` holds it. */
export interface ListedModel {
  modelId: string
  name: string
  registry: string
  publisher: string | null
  family: string | null
  kind: string
  lineage: string | null
  generation: string | null
  tier: string | null
  task: string | null
  paramsTotalB: number | null
  contextTokens: number | null
  releaseOn: Date | null
  releasePrecision: string | null
  licenceId: string | null
  licenceBasis: string | null
  hasMismatch: boolean
  openness: string
}

/** A model as the API and exports give it, with where it stands at its hub and who says so as of when. */
export function modelItem(row: ListedModel, standing: ModelStanding, catalogue: CatalogueSpeaks | null) {
  const upstream = upstreamOf(standing)
  const isSeen = standing.kind === 'seen'
  return {
    id: row.modelId,
    name: row.name,
    registry: row.registry,
    publisher: row.publisher,
    family: row.family,
    kind: row.kind,
    lineage: row.lineage,
    generation: row.generation,
    tier: row.tier,
    task: row.task,
    parametersB: row.paramsTotalB,
    contextTokens: row.contextTokens,
    released: releasedOf(row),
    licence: { id: row.licenceId, basis: row.licenceBasis, isMismatched: row.hasMismatch },
    openness: row.openness,
    upstream,
    asOf: isSeen ? upstream.asOf : (catalogue?.compiledOn.toISOString() ?? null),
    source: isSeen ? upstream.source : (catalogue?.source ?? null),
  }
}

export type ModelItem = ReturnType<typeof modelItem>

/** The columns of an export, in one order for every view. */
export const MODEL_COLUMNS: readonly CsvColumn<ModelItem>[] = [
  { header: 'id', value: (item) => item.id },
  { header: 'name', value: (item) => item.name },
  { header: 'registry', value: (item) => item.registry },
  { header: 'publisher', value: (item) => item.publisher },
  { header: 'family', value: (item) => item.family },
  { header: 'kind', value: (item) => item.kind },
  { header: 'openness', value: (item) => item.openness },
  { header: 'licence', value: (item) => item.licence.id },
  { header: 'licence_basis', value: (item) => item.licence.basis },
  { header: 'licence_mismatch', value: (item) => item.licence.isMismatched },
  { header: 'lineage', value: (item) => item.lineage },
  { header: 'generation', value: (item) => item.generation },
  { header: 'tier', value: (item) => item.tier },
  { header: 'task', value: (item) => item.task },
  { header: 'parameters_billion', value: (item) => item.parametersB },
  { header: 'context_tokens', value: (item) => item.contextTokens },
  { header: 'released', value: (item) => item.released?.on },
  { header: 'released_precision', value: (item) => item.released?.precision },
  { header: 'upstream_state', value: (item) => item.upstream.state },
  { header: 'upstream_freshness', value: (item) => item.upstream.freshness },
  { header: 'upstream_as_of', value: (item) => item.upstream.asOf },
  { header: 'upstream_source', value: (item) => item.upstream.source },
  { header: 'as_of', value: (item) => item.asOf },
  { header: 'source', value: (item) => item.source },
]

function releasedOf({ releaseOn, releasePrecision }: ListedModel): { on: string; precision: string } | null {
  if (releaseOn === null) return null
  // A month is stored as its first day; giving that day away would say more than is known.
  const isMonth = releasePrecision === 'month'
  return { on: releaseOn.toISOString().slice(0, isMonth ? 7 : 10), precision: isMonth ? 'month' : 'day' }
}

function upstreamOf(standing: ModelStanding) {
  if (standing.kind === 'seen' || standing.kind === 'not-listed') {
    return {
      state: standing.kind === 'seen' ? standing.state : standing.kind,
      freshness: standing.freshness.state,
      asOf: (standing.kind === 'seen' ? standing.lastSeenAt : standing.at).toISOString(),
      source: standing.source,
    }
  }
  return { state: standing.kind, freshness: null, asOf: null, source: null }
}
