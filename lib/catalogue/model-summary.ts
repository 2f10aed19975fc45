import { z } from 'zod'
import type { Json } from '#lib/shared/canonical-json.ts'
import { type LicenceOpenness, opennessOf } from './openness.ts'
import { preferredFact, standingOf } from './preferred-fact.ts'

/** A claim as it is stored. */
export interface StoredClaim {
  property: string
  value: Json
  grade: 'observed' | 'announced' | 'reported' | 'denied'
  dataset: string
  recordedAt: Date
}

/** What looks found of a model's repository; null where none was made. */
export interface SeenSummary {
  licenceId: string | null
  licenceBasis: 'identified' | 'declared' | null
  licenceOpenness: LicenceOpenness | null
  hasMismatch: boolean
  state: string
  isGated: boolean
  lastSeenAt: Date
}

/** The one row that lists, search and the picker need of a model. */
export interface ModelSummary {
  lineage: string | null
  generation: string | null
  tier: string | null
  task: string | null
  paramsTotalB: number | null
  contextTokens: number | null
  releaseOn: Date | null
  releasePrecision: string | null
  licenceId: string | null
  licenceBasis: 'identified' | 'declared' | 'catalogue' | null
  hasMismatch: boolean
  openness: string
  state: string | null
  lastSeenAt: Date | null
}

const release = z.object({ on: z.string(), precision: z.string() })
const licence = z.object({
  licenceId: z.string().nullable(),
  openness: z.enum(['permissive', 'conditional', 'research']).nullable(),
})

/** Decides each cell by the preferred fact; what a look found of licence and state comes before what a catalogue says. */
export function summariseModel(
  kind: 'weights' | 'api_only' | 'own_build',
  claims: readonly StoredClaim[],
  seen: SeenSummary | null,
): ModelSummary {
  const shown = (property: string): Json => {
    const weighed = claims
      .filter((claim) => claim.property === property)
      .flatMap((claim) => {
        const standing = standingOf({ grade: claim.grade, isShipped: claim.dataset !== 'look', isConcluded: false })
        return standing === null ? [] : [{ value: claim.value, standing, recordedAt: claim.recordedAt }]
      })
    return preferredFact(weighed).shown?.value ?? null
  }
  const word = (property: string) => z.string().safeParse(shown(property)).data ?? null
  const figure = (property: string) => z.number().safeParse(shown(property)).data ?? null
  const releaseOn = release.safeParse(shown('releaseOn')).data
  const claimed = licence.safeParse(shown('licence')).data
  const licenceId = seen?.licenceId ?? claimed?.licenceId ?? null
  return {
    lineage: word('lineage'),
    generation: word('generation'),
    tier: word('tier'),
    task: word('task'),
    paramsTotalB: figure('paramsTotalB'),
    contextTokens: figure('contextTokens'),
    releaseOn: releaseOn ? new Date(`${releaseOn.on}T00:00:00Z`) : null,
    releasePrecision: releaseOn?.precision ?? null,
    licenceId,
    licenceBasis: seen?.licenceId ? seen.licenceBasis : claimed?.licenceId ? 'catalogue' : null,
    hasMismatch: seen?.hasMismatch ?? false,
    openness: opennessOf({
      weights: kind === 'api_only' ? 'api-only' : kind === 'weights' ? 'open' : 'unknown',
      licenceOpenness: seen?.licenceId ? seen.licenceOpenness : (claimed?.openness ?? null),
      gated: seen?.isGated ?? null,
      state: seen?.state ?? null,
    }),
    state: seen?.state ?? null,
    lastSeenAt: seen?.lastSeenAt ?? null,
  }
}
