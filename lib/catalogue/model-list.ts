/** What a list of models can be ordered by. */
export const MODEL_SORTS = [
  'name',
  'family',
  'releaseOn',
  'paramsTotalB',
  'contextTokens',
  'licenceId',
  'openness',
] as const
export type ModelSort = (typeof MODEL_SORTS)[number]

export interface ModelOrder {
  by: ModelSort
  isDescending: boolean
}

/** The order of a list that asks for none: the newest first, what has no date last. */
export const DEFAULT_MODEL_ORDER: ModelOrder = { by: 'releaseOn', isDescending: true }

export const MODEL_KINDS = ['weights', 'api_only', 'own_build'] as const

/** How a model stands at its hub; `unseen` where no look has seen it. */
export const MODEL_STATES = ['open', 'gated', 'withheld', 'disabled', 'emptied', 'unseen'] as const

/** Asks for what has no value: no licence known, no date. */
export const NO_LICENCE = 'none'
export const NO_DATE = 'undated'

export interface ModelFilter {
  /** Part of a name, in any case. */
  q?: string | undefined
  /** The whole of a present name. */
  name?: string | undefined
  publisher?: string | undefined
  family?: string | undefined
  openness?: string | undefined
  /** A licence id of ours, or `none`. */
  licence?: string | undefined
  kind?: (typeof MODEL_KINDS)[number] | undefined
  state?: string | undefined
  isMismatched?: boolean | undefined
  /** A quarter such as `2026-Q3`, or `undated`. */
  released?: string | undefined
}

/** Reads `releaseOn` or `-releaseOn`; null for what is no order. */
export function parseModelOrder(text: string): ModelOrder | null {
  const id = text.replace(/^-/, '')
  const by = MODEL_SORTS.find((sort) => sort === id)
  return by === undefined ? null : { by, isDescending: text.startsWith('-') }
}

/** An order as it stands in an address. */
export function modelOrderText({ by, isDescending }: ModelOrder): string {
  return isDescending ? `-${by}` : by
}

/** First day of a quarter and of the one after it; null for what is no quarter. */
export function daysOfQuarter(text: string): { from: string; before: string } | null {
  const match = /^(\d{4})-Q([1-4])$/.exec(text)
  if (!match) return null
  const [year, quarter] = [Number(match[1]), Number(match[2])]
  const day = (y: number, q: number) => `${y}-${String(q * 3 - 2).padStart(2, '0')}-01`
  return { from: day(year, quarter), before: quarter === 4 ? day(year + 1, 1) : day(year, quarter + 1) }
}
