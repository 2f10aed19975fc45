/** Deployments that ran one revision over a stretch of the instants that are read: `from` on, up to but without `until`. */
export interface RevisionStretch {
  /** Null where what runs is not known. */
  revisionId: string | null
  from: number
  until: number
  deployments: number
}

export interface RevisionBinding {
  revisionId: string
  basis: 'declared' | 'identified' | 'concluded'
  licenceId: string | null
  recordedAt: Date
}

export interface LicencesInUseInput {
  /** Oldest first. */
  instants: readonly Date[]
  stretches: readonly RevisionStretch[]
  bindings: readonly RevisionBinding[]
}

/** A licence with a line of its own; null gathers what no licence is known of, `other` the rest. */
export type LicenceSeries = { kind: 'licence'; id: string } | { kind: 'unknown' } | { kind: 'other' }

export interface LicencesInUse {
  series: LicenceSeries[]
  /** Per instant the deployments of each series, in its order; null before anything was on record. */
  points: { at: Date; counts: number[] | null }[]
}

const MOST_SERIES = 6
const STRENGTH = { concluded: 2, identified: 1, declared: 0 } as const

/**
 * How many deployments ran under which licence at each instant, as known then: a binding counts from when it was recorded. The
 * largest now come first; what no licence is known of is never hidden among the others.
 */
export function licencesInUse({ instants, stretches, bindings }: LicencesInUseInput): LicencesInUse {
  const bindingsOf = Map.groupBy(bindings, (binding) => binding.revisionId)
  const beganAt = Math.min(...stretches.map((stretch) => stretch.from))
  const counted = instants.map((at, index) => {
    const counts = new Map<string | null, number>()
    for (const stretch of stretches) {
      if (index < stretch.from || index >= stretch.until) continue
      const licence = stretch.revisionId === null ? null : licenceAt(bindingsOf.get(stretch.revisionId) ?? [], at)
      counts.set(licence, (counts.get(licence) ?? 0) + stretch.deployments)
    }
    return counts
  })
  const { shown, hasOther } = chooseSeries(counted)
  const isShown = new Set(shown)
  const points = instants.map((at, index) => {
    const counts = counted[index] ?? new Map<string | null, number>()
    if (index < beganAt) return { at, counts: null }
    const own = shown.map((licence) => counts.get(licence) ?? 0)
    const rest = [...counts].reduce((sum, [licence, count]) => (isShown.has(licence) ? sum : sum + count), 0)
    return { at, counts: hasOther ? [...own, rest] : own }
  })
  const series = shown.map((id): LicenceSeries => (id === null ? { kind: 'unknown' } : { kind: 'licence', id }))
  return { series: hasOther ? [...series, { kind: 'other' }] : series, points }
}

function licenceAt(bindings: readonly RevisionBinding[], at: Date): string | null {
  return (
    bindings
      .filter((binding) => binding.licenceId !== null && binding.recordedAt <= at)
      .toSorted((a, b) => STRENGTH[b.basis] - STRENGTH[a.basis] || b.recordedAt.getTime() - a.recordedAt.getTime())[0]
      ?.licenceId ?? null
  )
}

function chooseSeries(counted: readonly ReadonlyMap<string | null, number>[]): {
  shown: (string | null)[]
  hasOther: boolean
} {
  const licences = [...new Set(counted.flatMap((counts) => [...counts.keys()]))]
  const now = counted.at(-1)
  const peak = (licence: string | null) => Math.max(...counted.map((counts) => counts.get(licence) ?? 0))
  const ranked = licences.toSorted(
    (a, b) => (now?.get(b) ?? 0) - (now?.get(a) ?? 0) || peak(b) - peak(a) || ((a ?? '') < (b ?? '') ? -1 : 1),
  )
  if (ranked.length <= MOST_SERIES) return { shown: ranked, hasOther: false }
  const room = MOST_SERIES - 1
  const named = ranked.filter((licence) => licence !== null)
  const shown = licences.includes(null) ? [...named.slice(0, room - 1), null] : named.slice(0, room)
  return { shown, hasOther: true }
}
