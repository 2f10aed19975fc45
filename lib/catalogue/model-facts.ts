import { z } from 'zod'
import type { Json } from '#lib/shared/canonical-json.ts'
import { CLAIM_PROPERTIES } from './planned-model.ts'
import { preferredFact, standingOf, type WeighedClaim } from './preferred-fact.ts'

/** A claim as a page needs it: what is said, by whom, how surely. */
export interface SaidClaim {
  id: string
  property: string
  value: Json
  /** `hub`: seen by a look of ours. `catalogue`: said by a shipped data set. */
  origin: 'hub' | 'catalogue'
  grade: 'observed' | 'announced' | 'reported' | 'denied'
  confidence: string
  /** Day of the data set, or the instant of the look. */
  asOf: Date
  recordedAt: Date
  sourceRefs: string[]
}

/** Everything said about one property: what is shown, what lost against it, and what was denied. */
export interface ModelFact {
  property: string
  /** Null where all that was said has been denied. */
  shown: SaidClaim | null
  others: { claim: SaidClaim; isContradicting: boolean }[]
  denied: SaidClaim[]
}

const ORDER: readonly string[] = CLAIM_PROPERTIES

/** What is known of a model, property by property in a fixed order; no claim is lost. */
export function factsOf(claims: readonly SaidClaim[]): ModelFact[] {
  return [...Map.groupBy(claims, (claim) => claim.property)]
    .sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
    .map(([property, said]) => {
      const weighed = said.flatMap((claim): (SaidClaim & WeighedClaim)[] => {
        const standing = standingOf({
          grade: claim.grade,
          isShipped: claim.origin === 'catalogue',
          isConcluded: false,
        })
        return standing === null ? [] : [{ ...claim, standing }]
      })
      return { property, ...preferredFact(weighed), denied: said.filter((claim) => claim.grade === 'denied') }
    })
}

/** The day a data set speaks of, from its version; null for a version that names none. */
export function compiledOn(version: string): Date | null {
  const day = /^(\d{4}-\d{2}-\d{2})\b/.exec(version)?.[1]
  return day === undefined ? null : new Date(`${day}T00:00:00Z`)
}

const licenceClaim = z.object({ licenceId: z.string() })

/** Whether a catalogue names another licence than the one that was identified from the text or declared at the hub. */
export function isLicenceContradicted(
  claim: Pick<SaidClaim, 'value'>,
  shown: { licenceId: string | null; licenceBasis: string | null },
): boolean {
  const named = licenceClaim.safeParse(claim.value).data?.licenceId
  const isSeen = shown.licenceBasis === 'identified' || shown.licenceBasis === 'declared'
  return named !== undefined && isSeen && named !== shown.licenceId
}

function placeOf(property: string): number {
  const at = ORDER.indexOf(property)
  return at < 0 ? ORDER.length : at
}
