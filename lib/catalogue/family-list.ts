/** What a list of families can be ordered by. */
export const FAMILY_SORTS = [
  'name',
  'publisher',
  'models',
  'weights',
  'apiOnly',
  'undated',
  'firstOn',
  'lastOn',
] as const
export type FamilySort = (typeof FAMILY_SORTS)[number]

/** A family with how many of its models have weights. */
export interface ListedFamily {
  id: string
  name: string
  publisher: string
  models: number
  weights: number
  apiOnly: number
  undated: number
  /** First and last day a member is known to have come out; null where none has a date. */
  firstOn: Date | null
  lastOn: Date | null
  /** `month` where nobody names the day. */
  firstPrecision: string | null
  lastPrecision: string | null
}

/** The order of a list that asks for none: what came out last comes first. */
export const DEFAULT_FAMILY_SORT = '-lastOn'

/** Whether a text names an order. */
export function isFamilySort(text: string): boolean {
  return FAMILY_SORTS.some((sort) => sort === text.replace(/^-/, ''))
}

/** The families whose name holds a text, in the asked order; what has no date comes last either way. */
export function viewFamilies<Row extends ListedFamily>(
  families: readonly Row[],
  view: { q?: string | undefined; sort?: string | undefined },
): Row[] {
  const text = view.sort ?? DEFAULT_FAMILY_SORT
  const by = FAMILY_SORTS.find((sort) => sort === text.replace(/^-/, '')) ?? 'lastOn'
  const direction = text.startsWith('-') ? -1 : 1
  const q = view.q?.toLowerCase() ?? ''
  return families
    .filter((family) => family.name.toLowerCase().includes(q))
    .sort((a, b) => {
      const [one, other] = [a[by], b[by]]
      if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b)
      return direction * compare(one, other) || byName(a, b)
    })
}

function compare(a: string | number | Date, b: string | number | Date): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'en')
  return Number(a) - Number(b)
}

function byName(a: ListedFamily, b: ListedFamily): number {
  return a.name.localeCompare(b.name, 'en') || a.publisher.localeCompare(b.publisher, 'en') || (a.id < b.id ? -1 : 1)
}
