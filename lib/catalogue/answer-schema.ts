import { z } from 'zod'
import { MODEL_KINDS } from './model-list.ts'
import { OPENNESS } from './openness.ts'

const asOf = z.iso.datetime().nullable().describe('When this was seen, or the day the data set was compiled')
const source = z.string().nullable().describe('Where it was seen, or the data set and its version')

export const modelItemSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    registry: z.string(),
    publisher: z.string().nullable(),
    family: z.string().nullable(),
    kind: z.enum(MODEL_KINDS),
    lineage: z.string().nullable(),
    generation: z.string().nullable(),
    tier: z.string().nullable(),
    task: z.string().nullable(),
    parametersB: z.number().nullable().describe('Billions of parameters'),
    contextTokens: z.int().nullable(),
    released: z
      .object({ on: z.string().describe('A day, or a month where only that is known'), precision: z.string() })
      .nullable(),
    licence: z.object({
      id: z.string().nullable(),
      basis: z.string().nullable().describe('identified, declared, or catalogue'),
      isMismatched: z.boolean(),
    }),
    openness: z.enum(OPENNESS),
    upstream: z.object({
      state: z.string().describe('As seen; else not-listed, never-looked or nowhere'),
      freshness: z.string().nullable().describe('fresh, stale or failing; null where nobody looked'),
      asOf,
      source,
    }),
    asOf,
    source,
  })
  .meta({ id: 'Model', title: 'A model as lists show it' })

export const familyItemSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    publisher: z.string(),
    models: z.int(),
    weights: z.int(),
    apiOnly: z.int(),
    undated: z.int(),
    firstReleasedOn: z.string().nullable(),
    lastReleasedOn: z.string().nullable(),
    asOf,
    source,
  })
  .meta({ id: 'Family', title: 'A family of models, with how many have weights' })

export const publisherItemSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    families: z.int(),
    models: z.int(),
    weights: z.int(),
    apiOnly: z.int(),
    asOf,
    source,
  })
  .meta({ id: 'Publisher', title: 'A publisher, with how many of its models have weights' })

export const shareItemSchema = z
  .object({
    quarter: z.string().describe('Such as `2026-Q3`; `undated` for models without a date'),
    weights: z.int(),
    apiOnly: z.int(),
    total: z.int(),
    asOf,
    source,
  })
  .meta({ id: 'ReleaseShare', title: 'Models that came out in a quarter, with and without weights' })

const day = z.string().describe('A day, or a month where only that is known')

export const timelineItemSchema = z
  .object({
    id: z.string(),
    on: day,
    precision: z.enum(['day', 'month']),
    kind: z.string(),
    title: z.string(),
    summary: z.string(),
    models: z.array(z.string()),
    direction: z
      .string()
      .nullable()
      .describe('Our reading, from the point of view of a company that depends on open weights'),
    signals: z.array(z.object({ code: z.string(), meaning: z.string() })),
    grade: z.enum(['announced', 'reported', 'denied']),
    confidence: z.string(),
    sources: z.array(z.object({ title: z.string(), url: z.string().nullable(), isPublishers: z.boolean() })),
  })
  .meta({ id: 'PublisherEvent', title: 'A dated event of a publisher’s record' })

export const publisherDetailSchema = publisherItemSchema
  .extend({
    record: z
      .object({
        compiledOn: z.string(),
        evidenceUntil: z.string(),
        events: z.array(timelineItemSchema),
        contradictions: z.array(
          z.object({ because: z.string(), models: z.array(z.string()), events: z.array(z.string()) }),
        ),
      })
      .nullable()
      .describe('Null where no dated record of this publisher is shipped'),
  })
  .meta({ id: 'PublisherDetail', title: 'A publisher with its dated record' })

const grade = z.enum(['observed', 'announced', 'reported', 'denied'])
const instant = z.iso.datetime()
const claim = z.object({
  value: z.unknown(),
  origin: z.enum(['hub', 'catalogue']).describe('hub: seen by a look; catalogue: said by a shipped data set'),
  grade,
  confidence: z.string(),
  asOf: instant,
  sources: z.array(z.string()),
})
const verdict = z
  .string()
  .nullable()
  .describe('What the text was identified as: MATCH CONTAINS PARTIAL MODIFIED UNKNOWN')

export const modelDetailSchema = modelItemSchema
  .extend({
    names: z.array(
      z.object({
        registry: z.string(),
        name: z.string(),
        validFrom: instant.nullable(),
        endedAt: instant.nullable(),
        recordedAt: instant,
      }),
    ),
    facts: z.array(
      z.object({
        property: z.string(),
        shown: claim.nullable(),
        others: z.array(claim.extend({ isContradicting: z.boolean() })),
        denied: z.array(claim),
      }),
    ),
    relations: z.array(
      z.object({
        relation: z.string(),
        side: z.enum(['from', 'to']).describe('from: this model stands so to the other; to: the other to this one'),
        other: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(MODEL_KINDS) }),
        grade,
        confidence: z.string(),
        dataset: z.string(),
        note: z.string().nullable(),
        recordedAt: instant,
      }),
    ),
    revisions: z.array(
      z.object({
        kind: z.enum(['commit', 'provider_snapshot', 'digest']),
        value: z.string(),
        isObserved: z.boolean(),
        committedAt: instant.nullable(),
        recordedAt: instant,
        texts: z.array(
          z.object({
            path: z.string(),
            sha256: z.string(),
            at: instant,
            verdict,
            licence: z.string().nullable(),
          }),
        ),
        bindings: z.array(
          z.object({
            id: z.uuid(),
            basis: z.enum(['declared', 'identified', 'concluded']),
            declaration: z.unknown().describe('What the card said, untouched'),
            textSha: z.string().nullable(),
            licenceId: z.string().nullable(),
            verdict,
            validFrom: instant,
            recordedAt: instant,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ModelDetail', title: 'A model with everything said about it' })
