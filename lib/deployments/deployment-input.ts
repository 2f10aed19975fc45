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

const tidyRegion = (code: string) => tidy(code).toUpperCase()

/** The same input in one form, so that two spellings of one deployment are one. */
function tidyDeployment(input: DeploymentInput): DeploymentInput {
  return {
    ...input,
    team: tidy(input.team),
    model: tidy(input.model),
    revision: tidyRevision(input.revision),
    name: tidy(input.name),
    purpose: tidy(input.purpose),
    provider: input.provider === null ? null : tidy(input.provider),
    owner: tidy(input.owner),
    regions: [...new Set(input.regions.map(tidyRegion))],
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

function providerRefusals(access: DeploymentInput['accessChannel'], provider: string | null): Refusal[] {
  if (provider !== null) return textRefusals('/provider', tidy(provider))
  if (access === 'own_weights') return []
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
    if (isRegion(tidyRegion(code))) return []
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

type GivenFields = { [Field in keyof DeploymentInput]?: DeploymentInput[Field] | undefined }

/** What an edit may leave as it stands, though nobody could newly write it: a first day that has passed since. */
type Standing = Pick<DeploymentInput, 'startsOn'>

function ifGiven<T>(value: T | undefined, check: (value: T) => Refusal[]): Refusal[] {
  return value === undefined ? [] : check(value)
}

/** Why a deployment may not be registered or changed, as far as the fields that are given tell. */
function deploymentRefusals(input: GivenFields, now: Date, standing: Standing | null): Refusal[] {
  return [
    ...ifGiven(input.team, (team) => teamRefusals(tidy(team))),
    ...ifGiven(input.model, (model) => textRefusals('/model', tidy(model))),
    ...ifGiven(input.revision, (revision) => revisionRefusals(tidyRevision(revision))),
    ...ifGiven(input.name, (name) => nameRefusals(tidy(name))),
    ...ifGiven(input.purpose, (purpose) => textRefusals('/purpose', tidy(purpose), { hasLines: true })),
    ...ifGiven(input.accessChannel, (access) => providerRefusals(access, input.provider ?? null)),
    ...ifGiven(input.owner, (owner) => ownerRefusals(tidy(owner))),
    ...ifGiven(input.regions, regionRefusals),
    ...ifGiven(input.startsOn, (startsOn) => startRefusals(startsOn, now, standing)),
  ]
}

/** The fields of a body that have the right shape, so that what they say is judged although others have not. */
function shapedFields(raw: unknown, wrong: ReadonlySet<PropertyKey | undefined>): GivenFields {
  if (typeof raw !== 'object' || raw === null) return {}
  const known = Object.entries(raw).filter(([key]) => key in deploymentSchema.shape && !wrong.has(key))
  return deploymentSchema.partial().safeParse(Object.fromEntries(known)).data ?? {}
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
  const shaped = parsed.success
    ? parsed.data
    : shapedFields(raw, new Set(parsed.error.issues.map((issue) => issue.path[0])))
  const refusals = [
    ...(parsed.success ? [] : refusalsOf(parsed.error, raw)),
    ...deploymentRefusals(shaped, now, standing),
  ].map((refusal) => ({ ...refusal, field: prefix + refusal.field }))
  return parsed.success && refusals.length === 0 ? ok(tidyDeployment(parsed.data)) : { ok: false, refusals }
}
