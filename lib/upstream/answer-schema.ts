import { z } from 'zod'
import { CHANGE_KINDS, CHANGE_STATUSES } from './change.ts'
import { HUB_ERROR_KINDS } from './hub-client.ts'
import { GRADES } from './schema.ts'

const instant = z.iso.datetime()

/** One run over a source that has ended. */
const look = z
  .object({
    lookId: z.uuid(),
    startedAt: instant,
    endedAt: instant,
    outcome: z.enum(['complete', 'partial', 'failed', 'interrupted']),
    reason: z
      .string()
      .nullable()
      .describe(`Why it is not complete: ${HUB_ERROR_KINDS.join(', ')}`),
    message: z.string().nullable(),
    requests: z.int(),
    pages: z.int().describe('Pages of the list'),
    listed: z.int().describe('Repositories the list named'),
    read: z.int().describe('Repositories whose details were asked for'),
    changes: z.int(),
    isBaseline: z.boolean().describe('The first complete look: nothing in it is a change'),
  })
  .meta({ id: 'Look' })

const work = z
  .object({
    state: z
      .enum(['idle', 'waiting', 'running', 'abandoned'])
      .describe('waiting: asked for and not begun; abandoned: its process is gone, the next look goes on'),
    since: instant.nullable(),
    lookId: z.uuid().nullable(),
    phase: z.string().nullable().describe('listing, reading or missing'),
    done: z.int().nullable(),
    total: z.int().nullable().describe('null while the list is still being read'),
  })
  .meta({ id: 'LookWork', title: 'What is being done about a source now' })

/** A place that is watched. */
export const sourceItem = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    owner: z.string(),
    endpoint: z.string(),
    interval: z.int().describe('Seconds'),
    confirmAfter: z.int().describe('Seconds'),
    isPaused: z.boolean(),
    health: z.enum(['fresh', 'stale', 'failing', 'never-looked']),
    since: instant.nullable().describe('Since when it is stale or failing'),
    repositories: z.int(),
    baselineLookId: z.uuid().nullable(),
    lastLook: look.nullable(),
    lastGood: look.nullable().describe('The last complete look'),
    nextLookAt: instant.nullable().describe('null while paused'),
    work,
    asOf: instant.nullable().describe('When the last complete look ended'),
    source: z.string(),
  })
  .meta({ id: 'Source' })

const issue = z.object({
  thing: z.string().describe("A repository's name, or the list"),
  reason: z.string(),
  message: z.string(),
  url: z.string().nullable(),
  at: instant,
})

/** A source with its newest looks and what each could not see. */
export const sourceDetail = sourceItem
  .extend({ looks: z.array(look.extend({ trigger: z.string(), startedBy: z.string(), issues: z.array(issue) })) })
  .meta({ id: 'SourceDetail' })

/** The answer to a request for a look. */
export const lookRequested = z
  .object({ sourceId: z.uuid(), state: z.literal('queued'), requestedAt: instant, work })
  .meta({ id: 'LookRequested', title: 'The look is queued; one that runs already is joined' })

const evidence = z
  .object({
    observationId: z.uuid(),
    lookId: z.uuid(),
    at: instant,
    outcome: z.string(),
    status: z.int().nullable().describe('HTTP status; null where the list alone told'),
    url: z.string(),
    etag: z.string().nullable(),
    bodySha256: z.string().nullable(),
    commit: z.string().nullable(),
  })
  .meta({ id: 'Evidence', title: 'Where, when and how something was seen' })

/** A change as lists answer it. */
export const changeItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(CHANGE_KINDS),
    grade: z.enum(GRADES),
    status: z.enum(CHANGE_STATUSES),
    statusAt: instant.describe('Since when it has that status'),
    model: z.object({ id: z.uuid(), name: z.string().describe('As it was called when the change was seen') }),
    observedAt: instant,
    before: z.json(),
    after: z.json(),
    part: z.string().describe('Which of several alike, such as the path of a text; empty where there is one'),
    summary: z.string(),
    asOf: instant,
    source: z.string().nullable().describe('Where it was seen'),
    evidence: z.object({ before: evidence.nullable(), after: evidence.nullable() }),
  })
  .meta({ id: 'Change' })

/** A change with everything that was said of it. */
export const changeDetail = changeItem
  .extend({
    recordedAt: instant,
    repositoryId: z.uuid().nullable(),
    statuses: z.array(z.object({ status: z.enum(CHANGE_STATUSES), at: instant, observationId: z.uuid().nullable() })),
  })
  .meta({ id: 'ChangeDetail' })

/** What one look saw of one repository. */
export const observationItem = evidence
  .omit({ observationId: true })
  .extend({
    id: z.uuid(),
    sourceId: z.uuid(),
    repositoryId: z.uuid(),
    model: z.object({ id: z.uuid(), name: z.string() }),
    previousId: z.uuid().nullable().describe('The observation before it; null for the first of its repository'),
    state: z.record(z.string(), z.unknown()).describe('All that a change may rest on'),
    stateHash: z.string(),
    parserVersion: z.string(),
    asOf: instant,
    source: z.string(),
  })
  .meta({ id: 'Observation' })

/** Something the background does or was asked to do. */
export const jobItem = z
  .object({
    id: z.string(),
    kind: z.literal('look'),
    source: z.object({ id: z.uuid(), owner: z.string() }),
    work,
  })
  .meta({ id: 'Job' })
