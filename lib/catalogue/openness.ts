/** The one small scale, most open first; the same order in tables, charts and reports. */
export const OPENNESS = ['permissive', 'conditional', 'research', 'gated', 'api_only', 'withdrawn', 'unknown'] as const
export type Openness = (typeof OPENNESS)[number]

export type LicenceOpenness = 'permissive' | 'conditional' | 'research'

export interface OpennessInput {
  weights: 'open' | 'api-only' | 'unknown'
  /** What the governing licence lets people do; null where it is not known. */
  licenceOpenness: LicenceOpenness | null
  /** Whether the weights are handed out only after acceptance or approval; null where nobody looked. */
  gated: boolean | null
  /** What the last look found; null where nobody looked. */
  state: string | null
}

/** How open a licence is by the catalogue's own word on commercial use; null where it says nothing that decides. */
export function opennessOfTerms(commercialUse: string | null, isOsiApproved: boolean | null): LicenceOpenness | null {
  if (commercialUse === 'not-without-separate-licence') return 'research'
  if (commercialUse === 'allowed') return isOsiApproved ? 'permissive' : 'conditional'
  return commercialUse === null ? null : 'conditional'
}

// `withheld` is there because an anonymous answer cannot tell private from deleted.
const WITHDRAWN: ReadonlySet<string> = new Set(['withheld', 'disabled', 'emptied', 'gone'])

/** How open a model is now: the most closing fact decides, and without a known licence open weights are `unknown`, never fine. */
export function opennessOf({ weights, licenceOpenness, gated, state }: OpennessInput): Openness {
  if (weights === 'api-only') return 'api_only'
  if (state !== null && WITHDRAWN.has(state)) return 'withdrawn'
  if (weights === 'unknown') return 'unknown'
  if (gated || state === 'gated') return 'gated'
  return licenceOpenness ?? 'unknown'
}
