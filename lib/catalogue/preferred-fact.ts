import { canonicalJson, type Json } from '#lib/shared/canonical-json.ts'

/** How much a claim weighs when sources differ, strongest first. `catalogue` is curated and shipped, `reported` anybody's statement. */
export const STANDINGS = ['concluded', 'observed', 'announced', 'catalogue', 'reported'] as const
export type Standing = (typeof STANDINGS)[number]

export interface WeighedClaim {
  value: Json
  standing: Standing
  recordedAt: Date
}

export interface PreferredFact<C extends WeighedClaim> {
  /** The claim a cell shows; null where nothing is claimed. */
  shown: C | null
  /** The rest, strongest first, each with whether it says something else than the one shown. */
  others: { claim: C; isContradicting: boolean }[]
}

/** Where a stored claim stands; null for one that was denied, which is shown as such and never as a fact. */
export function standingOf(claim: {
  grade: 'observed' | 'announced' | 'reported' | 'denied'
  isShipped: boolean
  isConcluded: boolean
}): Standing | null {
  if (claim.isConcluded) return 'concluded'
  if (claim.grade === 'denied') return null
  if (claim.grade !== 'reported') return claim.grade
  return claim.isShipped ? 'catalogue' : 'reported'
}

/** Decides what is shown of several claims about one property: the strongest, among equals the newest; loses none of the others. */
export function preferredFact<C extends WeighedClaim>(claims: readonly C[]): PreferredFact<C> {
  const [shown, ...others] = [...claims].sort(
    (a, b) =>
      STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
      b.recordedAt.getTime() - a.recordedAt.getTime() ||
      // Loaded in one instant: any order will do, but always the same one.
      compareText(canonicalJson(a.value), canonicalJson(b.value)),
  )
  if (!shown) return { shown: null, others: [] }
  const value = canonicalJson(shown.value)
  return {
    shown,
    others: others.map((claim) => ({ claim, isContradicting: canonicalJson(claim.value) !== value })),
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
