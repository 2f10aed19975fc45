import {
  createSearchParamsCache,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'

export const DENSITIES = ['compact', 'standard', 'roomy'] as const
export type Density = (typeof DENSITIES)[number]

/** What a table keeps in the URL. Pages read it with `tableParamsCache.parse(searchParams)`. */
export const tableParams = {
  q: parseAsString.withDefault(''),
  /** A column id, with `-` in front for descending; empty means the list's own order. */
  sort: parseAsString.withDefault(''),
  /** Ids of the columns shown; empty means the default ones. */
  columns: parseAsArrayOf(parseAsString).withDefault([]),
  page: parseAsInteger.withDefault(1),
  cursor: parseAsString,
  density: parseAsStringLiteral(DENSITIES).withDefault('standard'),
}

export const tableParamsCache = createSearchParamsCache(tableParams)
