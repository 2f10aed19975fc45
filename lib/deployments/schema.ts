import { z } from 'zod'
import { RULE_EFFECTS, SEVERITIES } from '#lib/policy/rule.ts'
import { ACCESS_CHANNELS, ENVIRONMENTS, EXPOSURES, MODEL_KINDS, REVISION_KINDS, USES } from '#lib/policy/subject.ts'
import { VERDICTS } from '#lib/policy/verdict.ts'

const revision = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('commit'),
      value: z
        .string()
        .min(1)
        .max(250)
        .describe('40 hex digits, or a branch such as main, which is resolved when registering'),
    }),
    z.strictObject({
      kind: z.literal('provider_snapshot'),
      value: z.string().min(1).max(200).describe('the name the provider gives the version it serves'),
    }),
    z.strictObject({
      kind: z.literal('digest'),
      value: z.string().min(1).max(80).describe('SHA-256 of the weights file or of a manifest, 64 hex digits'),
    }),
    z.strictObject({
      kind: z.literal('unknown'),
      reason: z.string().min(1).max(500).describe('why nobody can say what runs'),
    }),
  ])
  .describe('What exactly runs')

/** One deployment as the API and the form send it. */
export const deploymentSchema = z
  .strictObject({
    team: z.string().min(1).max(63).describe('The slug of the team that runs it'),
    model: z
      .string()
      .min(1)
      .max(200)
      .describe('The name of the model, such as Qwen/Qwen3-8B, or of a build of your own'),
    revision,
    name: z.string().min(1).max(120).describe('What the team calls this deployment; unique within the team'),
    environment: z.enum(ENVIRONMENTS).describe('Where it runs'),
    purpose: z.string().min(1).max(2_000).describe('What it is for, in plain text'),
    use: z.enum(USES).describe('The kind of use the licence must allow'),
    exposure: z
      .enum(EXPOSURES)
      .describe(
        'Who reaches the model or a copy of it: staff, customers, a shipped product, anybody the weights are given to',
      ),
    accessChannel: z
      .enum(ACCESS_CHANNELS)
      .describe('Run from weights you hold, open weights that somebody hosts, or a provider’s API'),
    provider: z
      .string()
      .min(1)
      .max(120)
      .nullable()
      .default(null)
      .describe('Who hosts it; required unless it runs from your own weights'),
    owner: z.string().min(1).max(254).describe('E-mail address of the person who answers for it'),
    monthlyActiveUsers: z
      .int()
      .min(0)
      .max(8_000_000_000)
      .nullable()
      .default(null)
      .describe('People who use it in a month; null when not known. Some licences turn on it.'),
    regions: z
      .array(z.string().min(1).max(10))
      .max(249)
      .default([])
      .describe('Where it is offered, as ISO 3166-1 alpha-2 codes such as DE'),
    startsOn: z.iso
      .date()
      .nullable()
      .default(null)
      .describe('The day it goes live, today or later; null when it already runs'),
  })
  .meta({ id: 'DeploymentInput', title: 'A deployment to register' })

export const MAX_BATCH = 1_000

/** Many deployments at once; all are registered or none. */
export const deploymentBatchSchema = z
  .strictObject({ deployments: z.array(deploymentSchema).min(1).max(MAX_BATCH) })
  .meta({ id: 'DeploymentBatch', title: 'Deployments to register together' })

/** What `POST /api/v1/deployments` takes: one deployment, or a batch. */
export const deploymentBodySchema = z.union([deploymentSchema, deploymentBatchSchema])

export type DeploymentInput = z.infer<typeof deploymentSchema>

export const DEPLOYMENT_SORTS = ['name', 'team', 'model', 'verdict', 'changed'] as const
export type DeploymentSort = (typeof DEPLOYMENT_SORTS)[number]
export const DEFAULT_DEPLOYMENT_SORT = '-verdict'

const isTrue = z.enum(['true', 'false']).transform((word) => word === 'true')
const word = (says: string) => z.string().max(200).optional().describe(says)

const filters = {
  q: word('Part of the name, the model or the owner'),
  team: word('The slug of a team'),
  verdict: z.enum(VERDICTS).optional().describe('What the judgement came to'),
  environment: z.enum(ENVIRONMENTS).optional(),
  use: z.enum(USES).optional(),
  model: word('The name of a model, whole'),
  licence: word('The id of a licence, such as Apache-2.0'),
  retired: isTrue.default(false).describe('true: only retired deployments; they are left out otherwise'),
}
export const deploymentFilter = z.object(filters)
export type DeploymentFilter = z.infer<typeof deploymentFilter>

const paging = {
  cursor: z.string().max(2_000).optional().describe('Where the page begins: `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  total: isTrue.default(true).describe('false: do not count, which is the dearer part of a long list'),
  format: z
    .enum(['page', 'json', 'csv'])
    .default('page')
    .describe('json and csv: the whole of the view as a file, not a page of it'),
  bom: isTrue.default(false).describe('CSV begins with the mark some spreadsheets need'),
}

/** How the list of deployments is asked for, by page and API alike. */
export const deploymentListQuery = z.object({
  ...filters,
  sort: z
    .enum([...DEPLOYMENT_SORTS, ...DEPLOYMENT_SORTS.map((sort) => `-${sort}` as const)])
    .default(DEFAULT_DEPLOYMENT_SORT)
    .describe('A field, with - in front from the largest; verdicts from the worst'),
  columns: word('With format=csv: ids of columns, comma-separated; all when left out'),
  ...paging,
})
export type DeploymentListQuery = z.infer<typeof deploymentListQuery>

const instant = z.iso.datetime()
const revisionAnswer = z.object({
  kind: z.enum(REVISION_KINDS),
  value: z.string().nullable(),
  isConfirmed: z.boolean().describe('A look or a question to the hub has seen it'),
  unknownBecause: z.string().nullable(),
})

/** A deployment as lists answer it. */
export const deploymentItem = z
  .object({
    id: z.uuid(),
    version: z.int(),
    team: z.string(),
    slug: z.string(),
    name: z.string(),
    model: z.object({ id: z.uuid(), name: z.string() }),
    revision: z.object({ value: z.string(), isConfirmed: z.boolean() }),
    environment: z.enum(ENVIRONMENTS),
    use: z.enum(USES),
    exposure: z.enum(EXPOSURES),
    accessChannel: z.enum(ACCESS_CHANNELS),
    owner: z.string(),
    licence: z.object({ id: z.string(), basis: z.string() }).nullable(),
    verdict: z.enum(VERDICTS),
    openFindings: z.int(),
    isRetired: z.boolean(),
    registeredAt: instant,
    changedAt: instant,
  })
  .meta({ id: 'Deployment' })

const findingBrief = z.object({
  id: z.uuid(),
  rule: z.object({ id: z.string(), version: z.int(), title: z.string() }),
  severity: z.enum(SEVERITIES),
  effect: z.enum(RULE_EFFECTS),
  isOpen: z.boolean(),
  since: instant,
  decidedAt: instant.nullable(),
  message: z.string(),
  reason: z.string(),
  remedy: z.string(),
})

/** A deployment with everything that is known of it. */
export const deploymentDetail = deploymentItem
  .extend({
    revision: revisionAnswer.describe('What was pinned; hand it back as it is to keep it'),
    purpose: z.string(),
    provider: z.string().nullable(),
    monthlyActiveUsers: z.int().nullable(),
    regions: z.array(z.string()),
    startsOn: z.iso.date().nullable(),
    registeredBy: z.string(),
    changedBy: z.string(),
    modelKind: z.enum(MODEL_KINDS),
    pinnedText: z
      .object({
        sha256: z.string(),
        path: z.string().nullable(),
        asOf: instant.nullable(),
        source: z.string().nullable(),
      })
      .nullable()
      .describe('The licence text of the pinned revision'),
    judgement: z
      .object({
        verdict: z.enum(VERDICTS),
        asOf: instant,
        ruleSet: z.int(),
        reasons: z.array(z.object({ code: z.string(), section: z.string().nullable(), text: z.string() })),
        duties: z.array(z.object({ code: z.string(), section: z.string().nullable(), text: z.string() })),
      })
      .nullable(),
    findings: z.array(findingBrief),
  })
  .meta({ id: 'DeploymentDetail' })

/** What registering comes to when nothing is refused; also what is kept under an idempotency key. */
export const registered = z.object({
  ok: z.literal(true),
  value: z.array(
    z.object({
      deploymentId: z.uuid(),
      slug: z.string(),
      n: z.int(),
      verdict: z.enum(VERDICTS),
      openFindings: z.int(),
    }),
  ),
})

/** A deployment that was just registered, as it was judged. */
export const registeredItem = z
  .object({
    id: z.uuid(),
    version: z.int(),
    slug: z.string(),
    verdict: z.enum(VERDICTS),
    openFindings: z.int(),
  })
  .meta({ id: 'RegisteredDeployment' })

/** Retiring names the version that was looked at. */
export const retireInput = z.strictObject({ version: z.int().min(1).describe('The newest version you have seen') })
