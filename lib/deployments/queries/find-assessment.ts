import { z } from 'zod'
import type { Queryable } from '#lib/db/client.ts'
import type { Duty } from '#lib/policy/duties.ts'
import { REASON_CODES, type StandingReason } from '#lib/policy/licence-standing.ts'
import { AGREEMENTS, IDENTIFIED_VERDICTS, SHIFT_REASONS } from '#lib/policy/subject.ts'
import { VERDICTS, type Verdict } from '#lib/policy/verdict.ts'

const outcomesShape = z.object({
  reasons: z.array(
    z.object({
      code: z.enum(REASON_CODES),
      verdict: z.enum(['needs_review', 'unknown']),
      section: z.string().nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
})
const dutiesShape = z.array(z.object({ code: z.string(), value: z.unknown(), section: z.string().nullable() }))
const subjectShape = z.object({
  declared: z.object({ licenceId: z.string().nullable(), value: z.string().nullable() }),
  identified: z.object({
    verdict: z.enum(IDENTIFIED_VERDICTS),
    licenceId: z.string().nullable(),
    textSha256: z.string().nullable(),
  }),
  agreement: z.enum(AGREEMENTS),
  apiShift: z.object({
    fires: z.boolean(),
    isJudged: z.boolean(),
    because: z.enum(SHIFT_REASONS).nullable(),
    evidence: z.array(z.string()),
  }),
  upstream: z.object({
    licenceId: z.string().nullable(),
    textSha256: z.string().nullable(),
    hasOtherText: z.boolean(),
  }),
})

/** The newest judgement of a deployment, with what it rests on. */
export interface AssessmentDetail {
  version: number
  ruleSet: number
  verdict: Verdict
  reasons: StandingReason[]
  duties: Duty[]
  subject: z.infer<typeof subjectShape>
  at: Date
}

/** How a deployment was last judged; null when it never was. */
export async function findAssessment(db: Queryable, deploymentId: string): Promise<AssessmentDetail | null> {
  const row = await db.assessment.findFirst({
    where: { deploymentId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  })
  if (!row) return null
  return {
    version: row.n,
    ruleSet: row.ruleSetVersion,
    verdict: z.enum(VERDICTS).parse(row.verdict),
    reasons: outcomesShape.parse(row.outcomes).reasons,
    duties: dutiesShape.parse(row.duties),
    subject: subjectShape.parse(row.subject),
    at: row.recordedAt,
  }
}
