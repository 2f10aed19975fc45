import { canonicalJson, type Json } from '#lib/shared/canonical-json.ts'

/** What makes two claims about one model the same claim. */
export interface ComparableClaim {
  property: string
  value: Json
  sourceRefs: readonly string[]
  grade: string
  confidence: string
}

/**
 * What loading a data set must add to the claims it made about one model before, and which of these it takes back. Loading the
 * same claims again gives two empty lists.
 */
export function diffClaims<Active extends ComparableClaim, Next extends ComparableClaim>(
  previousActive: readonly Active[],
  next: readonly Next[],
): { add: Next[]; retract: Active[] } {
  const before = new Set(previousActive.map(identity))
  const after = new Set(next.map(identity))
  const added = new Set<string>()
  return {
    add: next.filter((claim) => {
      const id = identity(claim)
      if (before.has(id) || added.has(id)) return false
      added.add(id)
      return true
    }),
    retract: previousActive.filter((claim) => !after.has(identity(claim))),
  }
}

function identity({ property, value, sourceRefs, grade, confidence }: ComparableClaim): string {
  // The order of sources says nothing.
  return canonicalJson([property, value, [...sourceRefs].sort(), grade, confidence])
}
