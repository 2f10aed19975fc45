import type { CsvColumn } from '#lib/shared/csv.ts'
import type { ListedFamily } from './family-list.ts'
import type { QuarterRow } from './family-share.ts'

/** The data set that speaks where no look has. */
export interface CatalogueSpeaks {
  compiledOn: Date
  source: string
}

const spoken = (catalogue: CatalogueSpeaks | null) => ({
  asOf: catalogue?.compiledOn.toISOString() ?? null,
  source: catalogue?.source ?? null,
})

// A month is stored as its first day; giving that day away would say more than is known.
const dayOf = (on: Date | null, precision: string | null) =>
  on?.toISOString().slice(0, precision === 'month' ? 7 : 10) ?? null

/** A family as the API and exports give it. */
export function familyItem(family: ListedFamily, catalogue: CatalogueSpeaks | null) {
  const { id, name, publisher, models, weights, apiOnly, undated } = family
  return {
    id,
    name,
    publisher,
    models,
    weights,
    apiOnly,
    undated,
    firstReleasedOn: dayOf(family.firstOn, family.firstPrecision),
    lastReleasedOn: dayOf(family.lastOn, family.lastPrecision),
    ...spoken(catalogue),
  }
}

export const FAMILY_COLUMNS: readonly CsvColumn<ReturnType<typeof familyItem>>[] = [
  { header: 'id', value: (item) => item.id },
  { header: 'name', value: (item) => item.name },
  { header: 'publisher', value: (item) => item.publisher },
  { header: 'models', value: (item) => item.models },
  { header: 'with_weights', value: (item) => item.weights },
  { header: 'api_only', value: (item) => item.apiOnly },
  { header: 'undated', value: (item) => item.undated },
  { header: 'first_released', value: (item) => item.firstReleasedOn },
  { header: 'last_released', value: (item) => item.lastReleasedOn },
  { header: 'as_of', value: (item) => item.asOf },
  { header: 'source', value: (item) => item.source },
]

/** A quarter of the share of weights and API-only products. */
export function shareItem({ quarter, weights, apiOnly, total }: QuarterRow, catalogue: CatalogueSpeaks | null) {
  return { quarter, weights, apiOnly, total, ...spoken(catalogue) }
}

export const SHARE_COLUMNS: readonly CsvColumn<ReturnType<typeof shareItem>>[] = [
  { header: 'quarter', value: (item) => item.quarter },
  { header: 'with_weights', value: (item) => item.weights },
  { header: 'api_only', value: (item) => item.apiOnly },
  { header: 'total', value: (item) => item.total },
  { header: 'as_of', value: (item) => item.asOf },
  { header: 'source', value: (item) => item.source },
]

interface ListedPublisher {
  id: string
  name: string
  families: number
  models: number
  weights: number
  apiOnly: number
}

/** A publisher as the API gives it. */
export function publisherItem(publisher: ListedPublisher, catalogue: CatalogueSpeaks | null) {
  const { id, name, families, models, weights, apiOnly } = publisher
  return { id, name, families, models, weights, apiOnly, ...spoken(catalogue) }
}
