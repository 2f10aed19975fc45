import { z } from 'zod'

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
    environment: z.enum(['production', 'staging', 'development', 'research']).describe('Where it runs'),
    purpose: z.string().min(1).max(2_000).describe('What it is for, in plain text'),
    use: z.enum(['commercial', 'internal', 'research']).describe('The kind of use the licence must allow'),
    exposure: z
      .enum(['internal', 'customers', 'embedded', 'redistributed'])
      .describe(
        'Who reaches the model or a copy of it: staff, customers, a shipped product, anybody the weights are given to',
      ),
    accessChannel: z
      .enum(['own_weights', 'hosted_open_weights', 'provider_api'])
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
