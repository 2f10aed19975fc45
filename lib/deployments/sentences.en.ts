import type { AccessChannel, Exposure, Use } from '#lib/policy/subject.ts'
import type { ChangedField, DeploymentVersion } from './deployment-version.ts'
import type { DeploymentInput } from './schema.ts'

export const ENVIRONMENT_WORDS: Readonly<Record<DeploymentInput['environment'], string>> = {
  production: 'Production',
  staging: 'Staging',
  development: 'Development',
  research: 'Research',
}

export const USE_WORDS: Readonly<Record<Use, string>> = {
  commercial: 'Commercial',
  internal: 'Internal',
  research: 'Research',
}

export const EXPOSURE_WORDS: Readonly<Record<Exposure, string>> = {
  internal: 'Staff only',
  customers: 'Customers reach it',
  embedded: 'Embedded in a product we ship',
  redistributed: 'Weights are given to others',
}

export const ACCESS_WORDS: Readonly<Record<AccessChannel, string>> = {
  own_weights: 'Weights we hold',
  hosted_open_weights: 'Open weights somebody hosts',
  provider_api: 'A provider’s API',
}

export const REVISION_WORDS: Readonly<Record<DeploymentVersion['revision']['kind'], string>> = {
  commit: 'Commit or branch at the hub',
  provider_snapshot: 'A version as the provider names it',
  digest: 'SHA-256 of a file or manifest',
  unknown: 'Nobody knows',
}

export const FIELD_WORDS: Readonly<Record<ChangedField, string>> = {
  name: 'Name',
  model: 'Model',
  revision: 'Revision',
  confirmed: 'Revision confirmed',
  environment: 'Environment',
  use: 'Use',
  exposure: 'Exposure',
  accessChannel: 'Access',
  provider: 'Provider',
  owner: 'Owner',
  monthlyActiveUsers: 'Monthly active users',
  regions: 'Regions',
  startsOn: 'First day',
  purpose: 'Purpose',
  licenceText: 'Pinned licence text',
}

/** How a field's stored value reads; null is "not stated". */
export function fieldValueText(field: ChangedField, value: string | null): string {
  if (value === null) return 'not stated'
  const words: Readonly<Partial<Record<ChangedField, Readonly<Record<string, string>>>>> = {
    environment: ENVIRONMENT_WORDS,
    use: USE_WORDS,
    exposure: EXPOSURE_WORDS,
    accessChannel: ACCESS_WORDS,
  }
  return words[field]?.[value] ?? value
}
