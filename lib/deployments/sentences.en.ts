import type { AccessChannel, AGREEMENTS, Exposure, Use } from '#lib/policy/subject.ts'
import type { ChangedField, DeploymentVersion } from './deployment-version.ts'
import type { DeploymentInput } from './schema.ts'

type Agreement = (typeof AGREEMENTS)[number]

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

/** How the declaration and the licence texts of a revision stand to each other. */
export const AGREEMENT_WORDS: Readonly<Record<Agreement, string>> = {
  agree: 'The text is the declared licence, or one of those the declaration may mean.',
  disagree: 'They disagree.',
  'not-comparable': 'They cannot be compared: one of them is missing, or names no one licence.',
  'no-licence': 'There is neither a declaration nor a text.',
}

/** Whether the pinned text still stands at the newest revision; `name` is the licence recognised there. */
export function upstreamText(
  upstream: { textSha256: string | null; hasOtherText: boolean },
  name: string | null,
): string {
  if (upstream.textSha256 === null) return 'No licence text was seen there.'
  if (!upstream.hasOtherText) return name === null ? 'A text stands there.' : `${name} stands there.`
  return `Another text stands there now, ${name === null ? 'not recognised as a known licence' : `recognised as ${name}`}.`
}

/** What the form's fields are called, by name. */
export const FORM_LABELS = {
  model: 'Model',
  accessChannel: 'Access',
  provider: 'Provider',
  'revision.kind': 'How the revision is known',
  'revision.value': 'Revision',
  'revision.reason': 'Why nobody can say what runs',
  team: 'Team',
  name: 'Name',
  environment: 'Environment',
  purpose: 'Purpose',
  use: 'Use',
  exposure: 'Who reaches it',
  monthlyActiveUsers: 'Monthly active users',
  regions: 'Regions',
  startsOn: 'First day',
  owner: 'Owner',
} as const
