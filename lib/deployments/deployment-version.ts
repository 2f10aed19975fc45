import type { MODEL_KINDS, REVISION_KINDS } from '#lib/policy/subject.ts'
import type { DeploymentInput } from './schema.ts'

/** One version of a deployment as it stands on record. */
export interface DeploymentVersion
  extends Pick<
    DeploymentInput,
    | 'name'
    | 'model'
    | 'environment'
    | 'purpose'
    | 'use'
    | 'exposure'
    | 'accessChannel'
    | 'provider'
    | 'owner'
    | 'monthlyActiveUsers'
    | 'regions'
    | 'startsOn'
  > {
  n: number
  modelId: string
  modelKind: (typeof MODEL_KINDS)[number]
  revision: {
    kind: (typeof REVISION_KINDS)[number]
    /** Null when nobody knows what runs. */
    value: string | null
    isConfirmed: boolean
  }
  unknownBecause: string | null
  /** As it was written, before a branch was resolved; null when nobody knows what runs. */
  requested: string | null
  pinnedTextSha: string | null
  pinnedLicenceId: string | null
  isRetired: boolean
  recordedAt: Date
  recordedBy: string
}

/** What differs between two versions, by field, in words' raw form: `null` is "not stated". */
export interface VersionChange {
  field: ChangedField
  before: string | null
  after: string | null
}

const FIELDS = {
  name: (version) => version.name,
  model: (version) => version.model,
  revision: (version) => version.revision.value ?? version.unknownBecause,
  confirmed: (version) => (version.revision.isConfirmed ? 'yes' : 'no'),
  environment: (version) => version.environment,
  use: (version) => version.use,
  exposure: (version) => version.exposure,
  accessChannel: (version) => version.accessChannel,
  provider: (version) => version.provider,
  owner: (version) => version.owner,
  monthlyActiveUsers: (version) => version.monthlyActiveUsers?.toString() ?? null,
  regions: (version) => (version.regions.length === 0 ? null : version.regions.join(', ')),
  startsOn: (version) => version.startsOn,
  purpose: (version) => version.purpose,
  licenceText: (version) => version.pinnedTextSha,
} as const satisfies Record<string, (version: DeploymentVersion) => string | null>

export type ChangedField = keyof typeof FIELDS

const isField = (name: string): name is ChangedField => name in FIELDS

/** What a version changed against the one before it. */
export function versionChanges(before: DeploymentVersion, after: DeploymentVersion): VersionChange[] {
  return Object.keys(FIELDS)
    .filter(isField)
    .map((field) => ({ field, before: FIELDS[field](before), after: FIELDS[field](after) }))
    .filter((change) => change.before !== change.after)
}

/** A version as the input that would write it again: the commit itself where a branch was named, so that nothing moves. */
export function inputOf(version: DeploymentVersion, team: string): DeploymentInput {
  const { kind, value } = version.revision
  return {
    team,
    model: version.model,
    revision:
      kind === 'unknown' || value === null
        ? { kind: 'unknown', reason: version.unknownBecause ?? '' }
        : { kind, value },
    name: version.name,
    environment: version.environment,
    purpose: version.purpose,
    use: version.use,
    exposure: version.exposure,
    accessChannel: version.accessChannel,
    provider: version.provider,
    owner: version.owner,
    monthlyActiveUsers: version.monthlyActiveUsers,
    regions: [...version.regions],
    startsOn: version.startsOn,
  }
}
