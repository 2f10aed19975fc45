import { z } from 'zod'
import { fileQuery } from '#lib/shared/page-query.ts'

const word = z
  .string()
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), {
    params: { rule: 'text.control-characters', remedy: 'Leave out control characters.' },
  })

/** What the audit log is filtered by: the same on the page, in the API and in exports. */
export const auditViewSchema = z.object({
  action: word.optional().describe('What was done, such as `deployment.registered`'),
  actor: word.optional().describe('Part of the name of who did it, in any case'),
  objectKind: word.optional().describe('What it was done to, such as `deployment`'),
  objectId: word.optional().describe('Its id'),
  from: z.iso.date().optional().describe('The first day (UTC)'),
  to: z.iso.date().optional().describe('The last day (UTC)'),
})
export type AuditView = z.infer<typeof auditViewSchema>

/** The query of `GET /api/v1/audit`. */
export const auditQuerySchema = auditViewSchema.extend(fileQuery.shape)

/** One recorded event. */
export const auditEventSchema = z
  .object({
    id: z.string().describe('Its place in the log'),
    at: z.iso.datetime(),
    actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().describe('As it was then') }),
    action: z.string(),
    object: z.object({ kind: z.string(), id: z.string() }),
    teamId: z.uuid().nullable(),
    modelRef: z.string().nullable().describe('Model and revision concerned'),
    before: z.json().nullable(),
    after: z.json().nullable(),
    leafHash: z.string().describe('SHA-256 of 0x00 and the event as canonical JSON (RFC 6962 section 2.1)'),
  })
  .meta({ id: 'AuditEvent', title: 'Who did what to which thing' })
