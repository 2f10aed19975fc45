import { type Outcome, ok, type Refusal } from '#lib/shared/outcome.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { isRegion } from './region.ts'
import { revisionRefusals, tidyRevision } from './revision-input.ts'
import { type DeploymentInput, deploymentSchema } from './schema.ts'
import { textRefusals, tidy } from './text-rules.ts'

const EMAIL = /^[^\s@<>()[\]\\,;:"]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/iu
const SLUG = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/**
 * The part of an address by which a deployment is found within its team; empty when the name holds no letter or digit.
 */
export function slugOf(name: string): string {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words.join('-').slice(0, 80).replace(/-$/, '')
}

/** The same input in one form, so that two spellings of one deployment are one. */
export function tidyDeployment(input: DeploymentInput): DeploymentInput {
  return {
    ...input,
    team: tidy(input.team),
    model: tidy(input.model),
    revision: tidyRevision(input.revision),
    name: tidy(input.name),
    purpose: tidy(input.purpose),
    provider: input.provider === null ? null : tidy(input.provider),
    owner: tidy(input.owner),
    regions: [...new Set(input.regions.map((code) => tidy(code).toUpperCase()))],
  }
}

function nameRefusals(name: string): Refusal[] {
  const refusals = textRefusals('/name', name)
  if (refusals.length > 0 || slugOf(name) !== '') return refusals
  const remedy = 'Use at least one letter or digit.'
  return [{ field: '/name', rule: 'name.slug', message: 'This name has no letter and no digit.', remedy }]
}

function teamRefusals(team: string): Refusal[] {
  if (SLUG.test(team)) return []
  const message = 'This is not the slug of a team.'
  return [
    {
      field: '/team',
      rule: 'team.slug',
      message,
      remedy: 'Give the team as it stands in its address, such as search.',
    },
  ]
}

function ownerRefusals(owner: string): Refusal[] {
  if (EMAIL.test(owner)) return []
  const remedy = 'Give the address of the person who answers for it, such as name@example.com.'
  return [{ field: '/owner', rule: 'owner.email', message: 'This is not an e-mail address.', remedy }]
}

function providerRefusals(input: DeploymentInput): Refusal[] {
  if (input.provider !== null) return textRefusals('/provider', input.provider)
  if (input.accessChannel === 'own_weights') return []
  const message = 'Who hosts the model is missing.'
  return [
    {
      field: '/provider',
      rule: 'provider.missing',
      message,
      remedy: 'Name the provider, or say that it runs from own weights.',
    },
  ]
}

function regionRefusals(regions: readonly string[]): Refusal[] {
  return regions.flatMap((code, index) => {
    if (isRegion(code)) return []
    const remedy = 'Give ISO 3166-1 alpha-2 codes, such as DE or US; name the members of a union one by one.'
    return {
      field: `/regions/${index}`,
      rule: 'regions.code',
      message: 'This is not the code of a country or region.',
      remedy,
    }
  })
}

function startRefusals(startsOn: string | null, now: Date, standing: Standing | null): Refusal[] {
  if (startsOn === null || startsOn >= now.toISOString().slice(0, 10)) return []
  if (startsOn === standing?.startsOn) return []
  const remedy = 'Give today or a later day, or leave it out when it already runs.'
  return [{ field: '/startsOn', rule: 'startsOn.past', message: 'This day is in the past.', remedy }]
}

/** What an edit may leave as it stands, though nobody could newly write it: a first day that has passed since. */
type Standing = Pick<DeploymentInput, 'startsOn'>

/** Why a tidied deployment may not be registered or changed, as far as the input alone tells. */
export function deploymentRefusals(input: DeploymentInput, now: Date, standing: Standing | null = null): Refusal[] {
  return [
    ...teamRefusals(input.team),
    ...textRefusals('/model', input.model),
    ...revisionRefusals(input.revision),
    ...nameRefusals(input.name),
    ...textRefusals('/purpose', input.purpose, { hasLines: true }),
    ...providerRefusals(input),
    ...ownerRefusals(input.owner),
    ...regionRefusals(input.regions),
    ...startRefusals(input.startsOn, now, standing),
  ]
}

/**
 * One deployment from any door, tidied; or everything that is wrong with it. `prefix` is its place in a larger body,
 * `standing` the version that an edit begins from.
 */
export function readDeployment(
  raw: unknown,
  now: Date,
  prefix = '',
  standing: Standing | null = null,
): Outcome<DeploymentInput> {
  const parsed = deploymentSchema.safeParse(raw)
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, raw, prefix) }
  const input = tidyDeployment(parsed.data)
  const refusals = deploymentRefusals(input, now, standing).map((refusal) => ({
    ...refusal,
    field: prefix + refusal.field,
  }))
  return refusals.length > 0 ? { ok: false, refusals } : ok(input)
}
