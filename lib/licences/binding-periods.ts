/** By whose word a text governs, strongest first: a person's, the text's own words, the card's. */
export const BINDING_BASES = ['concluded', 'identified', 'declared'] as const
export type BindingBasis = (typeof BINDING_BASES)[number]

/** One judgement of what governs a revision, as it was recorded. */
export interface RecordedBinding {
  id: string
  revisionId: string
  basis: BindingBasis
  textSha: string | null
  licenceId: string | null
  /** From when on it holds. */
  validFrom: Date
  /** When it became known here. */
  recordedAt: Date
}

/** A stretch of time in which one judgement holds for a revision on one basis. */
export interface BindingPeriod<T extends RecordedBinding> {
  revisionId: string
  basis: BindingBasis
  binding: T
  from: Date
  /** Null while it holds. */
  to: Date | null
}

/** Both times a question about the past has; either left out means now. */
export interface AsOf {
  /** Judgements recorded later are not known. */
  knownAt?: Date | undefined
  holdingAt?: Date | undefined
}

function byRecording(a: RecordedBinding, b: RecordedBinding): number {
  return a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Each judgement speaks from its `validFrom` on, over whatever was said before it about that time. */
function overlay<T extends RecordedBinding>(rows: readonly T[]): BindingPeriod<T>[] {
  let periods: BindingPeriod<T>[] = []
  for (const binding of rows) {
    const from = binding.validFrom
    periods = periods
      .filter((period) => period.from < from)
      .map((period) => (period.to === null || period.to > from ? { ...period, to: from } : period))
    periods.push({ revisionId: binding.revisionId, basis: binding.basis, binding, from, to: null })
  }
  return periods
}

/**
 * Which text governed which revision from when to when, on each basis for itself, as known at an instant: a judgement recorded
 * later changes no earlier answer. By revision, then basis, then time.
 */
export function bindingPeriods<T extends RecordedBinding>(rows: readonly T[], knownAt?: Date): BindingPeriod<T>[] {
  const known = rows.filter((row) => knownAt === undefined || row.recordedAt <= knownAt).toSorted(byRecording)
  const groups = Map.groupBy(known, (row) => row.revisionId)
  return [...groups.values()].flatMap((ofRevision) =>
    BINDING_BASES.flatMap((basis) => overlay(ofRevision.filter((row) => row.basis === basis))),
  )
}

/** The judgement that held on each basis for one revision; what nobody had judged is absent. */
export function bindingsAt<T extends RecordedBinding>(
  rows: readonly T[],
  { knownAt, holdingAt }: AsOf = {},
): Partial<Record<BindingBasis, T>> {
  const found: Partial<Record<BindingBasis, T>> = {}
  for (const { basis, binding, from, to } of bindingPeriods(rows, knownAt)) {
    const holds = holdingAt === undefined ? to === null : from <= holdingAt && (to === null || holdingAt < to)
    if (holds) found[basis] = binding
  }
  return found
}

/** What governed one revision by the strongest word there was: concluded before identified before declared. */
export function governingBinding<T extends RecordedBinding>(rows: readonly T[], asOf: AsOf = {}): T | null {
  const at = bindingsAt(rows, asOf)
  return BINDING_BASES.flatMap((basis) => at[basis] ?? [])[0] ?? null
}
