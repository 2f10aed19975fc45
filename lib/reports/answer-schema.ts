import { z } from 'zod'
import { CHANGE_LEVELS } from '#lib/licences/licence-diff.ts'
import { CHANGE_KINDS } from '#lib/upstream/change.ts'

const instant = z.iso.datetime()
const count = z.int().nonnegative()

const seen = z.object({ at: instant, url: z.string(), bodySha256: z.string().nullable() })

const changeEntry = z
  .object({
    id: z.string(),
    kind: z.enum(CHANGE_KINDS),
    model: z.object({ id: z.string(), name: z.string() }),
    grade: z.string(),
    before: z.json(),
    after: z.json(),
    observedAt: instant,
    confirmedAt: instant.describe('A change belongs to the week in which it was confirmed'),
    evidence: z.object({ before: seen.nullable(), after: seen.nullable() }),
  })
  .meta({ id: 'ReportedChange', title: 'A change as a report quotes it' })

const statement = (...codes: [string, ...string[]]) => z.object({ code: z.enum(codes), count })
const changeStatement = statement('some', 'none', 'none-seen-with-gaps', 'before-first-look')
const changes = z.object({ statement: changeStatement, changes: z.array(changeEntry) })

const text = z.object({ sha256: z.string(), licenceId: z.string().nullable() })
const difference = z.object({
  level: z.enum(CHANGE_LEVELS),
  isComplete: z.boolean(),
  clauses: z.array(
    z.object({
      kind: z.enum(['moved', 'changed', 'added', 'removed']),
      level: z.enum(CHANGE_LEVELS),
      pieces: z
        .array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
        .nullable()
        .describe('Word by word; null where the clause changed too much to be read so'),
    }),
  ),
  unchangedClauses: count,
})

const finding = z.object({
  findingId: z.string(),
  rule: z.object({ id: z.string(), version: z.int(), title: z.string() }),
  severity: z.string(),
  team: z.object({ id: z.string(), slug: z.string() }),
  deployment: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  model: z.string(),
  at: instant,
  because: z.string(),
})

const gap = z.object({
  kind: z.enum(['before-first-look', 'paused', 'failed', 'partial', 'stale']),
  from: instant,
  to: instant.nullable().describe('Null while it lasts'),
  lastSeenAt: instant.nullable(),
  attempts: count,
  reasons: z.array(z.string()),
})

/** The document of one week, as it is stored and served. */
export const weeklyReportSchema = z
  .object({
    schemaVersion: z.literal(1),
    kind: z.literal('weekly-report'),
    week: z.string(),
    from: instant,
    to: instant,
    isDraft: z.boolean().describe('True for a week that is not published: computed now, stored nowhere'),
    generatedAt: instant,
    firstLookAt: instant.nullable(),
    sections: z.object({
      licences: z.object({
        statement: changeStatement,
        changes: z.array(
          changeEntry.extend({
            texts: z
              .object({
                path: z.string(),
                before: text.nullable(),
                after: text.nullable(),
                difference: difference.nullable(),
              })
              .nullable(),
          }),
        ),
      }),
      models: changes,
      gating: changes,
      other: changes,
      findings: z.object({
        statement: statement('some', 'none'),
        teams: z.array(
          z.object({
            team: z.object({ id: z.string(), slug: z.string() }),
            opened: z.array(finding),
            cleared: z.array(finding),
          }),
        ),
      }),
      coverage: z.object({
        statement: statement('all-seen', 'gaps', 'no-sources'),
        sources: z.array(
          z.object({
            source: z.object({ id: z.string(), name: z.string() }),
            completeLooks: count,
            gaps: z.array(gap),
          }),
        ),
      }),
    }),
  })
  .meta({ id: 'WeeklyReport', title: 'One ISO week as it was published, or a draft of it' })

/** A week in the list of reports. */
export const reportWeekSchema = z
  .object({
    id: z.string().describe('The week'),
    week: z.string(),
    from: instant,
    to: instant,
    state: z.enum(['published', 'running', 'unpublished']),
    edition: z.int().nullable(),
    publishedAt: instant.nullable(),
    publishedBy: z.string().nullable(),
  })
  .meta({ id: 'ReportWeek', title: 'A week there is, or could be, a report of' })

/** The query of `GET /api/v1/reports/{week}`. */
export const reportFormatQuery = z.object({
  format: z.enum(['json', 'csv']).default('json').describe('`/api/v1/reports/2026-W47.csv` does the same'),
})

/** What publishing answers. */
export const publicationSchema = z
  .object({
    id: z.uuid(),
    week: z.string(),
    edition: z.int(),
    isNew: z.boolean().describe('False when the week had been published before: then nothing was written'),
  })
  .meta({ id: 'Publication', title: 'A published report' })
