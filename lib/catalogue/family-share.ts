export interface ShareModel {
  family: string | null
  kind: 'weights' | 'api_only'
  /** A day such as 2026-08-12; null where no source gives one. */
  releaseOn: string | null
}

export interface ShareCount {
  weights: number
  apiOnly: number
  total: number
}

/** One bar of the chart. `isUndated` marks the group after the last quarter that stands on no time axis. */
export interface QuarterRow extends ShareCount {
  quarter: string
  isUndated: boolean
}

/** One row of the table behind the chart. */
export interface FamilyRow extends ShareCount {
  family: string
  undated: number
  /** First and last quarter with a dated release; null where none has a date. */
  firstQuarter: string | null
  lastQuarter: string | null
  quarters: QuarterRow[]
}

export interface FamilyShare extends ShareCount {
  quarters: QuarterRow[]
  families: FamilyRow[]
}

export const UNDATED = 'undated'
const NO_FAMILY = 'no family'

/**
 * How many models with weights and how many API-only ones came out, by quarter and family. Quarters between the first and the
 * last are all there, since a quarter without a release is a counted zero; models without a date form a group of their own.
 */
export function familyShare(models: readonly ShareModel[]): FamilyShare {
  const axis = axisOf(models)
  const families = [...Map.groupBy(models, (model) => model.family ?? NO_FAMILY)].map(
    ([family, members]): FamilyRow => {
      const dated = members.flatMap((model) => quarterOf(model.releaseOn) ?? []).sort()
      return {
        family,
        ...count(members),
        undated: members.length - dated.length,
        firstQuarter: dated[0] ?? null,
        lastQuarter: dated.at(-1) ?? null,
        quarters: quarterRows(members, axis).filter((row) => row.total > 0),
      }
    },
  )
  return { ...count(models), quarters: quarterRows(models, axis), families }
}

/** The calendar quarter of a day, such as `2026-Q3`; null without a day. */
export function quarterOf(day: string | null): string | null {
  const match = /^(\d{4})-(\d{2})/.exec(day ?? '')
  if (!match) return null
  return `${match[1]}-Q${Math.ceil(Number(match[2]) / 3)}`
}

function quarterRows(models: readonly ShareModel[], axis: readonly string[]): QuarterRow[] {
  const groups = Map.groupBy(models, (model) => quarterOf(model.releaseOn) ?? UNDATED)
  const rows = axis.map((quarter) => ({ quarter, isUndated: false, ...count(groups.get(quarter) ?? []) }))
  const undated = groups.get(UNDATED)
  return undated ? [...rows, { quarter: UNDATED, isUndated: true, ...count(undated) }] : rows
}

function axisOf(models: readonly ShareModel[]): string[] {
  const quarters = models.flatMap((model) => quarterOf(model.releaseOn) ?? []).sort()
  const [first, last] = [quarters[0], quarters.at(-1)]
  if (!first || !last) return []
  const axis = [first]
  for (let quarter = nextQuarter(first); quarter <= last; quarter = nextQuarter(quarter)) axis.push(quarter)
  return axis
}

function nextQuarter(quarter: string): string {
  const year = Number(quarter.slice(0, 4))
  const n = Number(quarter.slice(6))
  return n === 4 ? `${year + 1}-Q1` : `${year}-Q${n + 1}`
}

function count(models: readonly ShareModel[]): ShareCount {
  const weights = models.filter((model) => model.kind === 'weights').length
  return { weights, apiOnly: models.length - weights, total: models.length }
}
