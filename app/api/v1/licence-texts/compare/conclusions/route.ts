import type { z } from 'zod'
import { handle, refusal } from '#app/_server/handler.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { concludeComparison } from '#lib/licences/commands/conclude-comparison.ts'
import {
  comparedPairQuery,
  type comparisonConclusion,
  comparisonConclusionInput,
} from '#lib/licences/comparison-conclusion.ts'
import { OUTCOME_WORDS } from '#lib/licences/comparison-sentences.en.ts'
import { type ComparisonConclusion, listComparisonConclusions } from '#lib/licences/queries/comparison-conclusions.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

/** What people concluded about two texts. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const asked = readParams(comparedPairQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { from, to, ...page } = asked.value
    return wholeListAnswer(request, (await listComparisonConclusions(db, { from, to })).map(itemOf), page)
  })
}

/** Closes a comparison with an outcome and a reason. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'licence:conclude', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = comparisonConclusionInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const done = await concludeComparison(ctx, input.data)
    return done.ok ? Response.json(done.value, { status: 201 }) : refusal(done.refusals)
  })
}

function itemOf(row: ComparisonConclusion): z.input<typeof comparisonConclusion> {
  const { id, fromSha, toSha, outcome, reason, by, recordedAt } = row
  return {
    id,
    from: fromSha,
    to: toSha,
    outcome,
    says: OUTCOME_WORDS[outcome],
    reason,
    by,
    recordedAt: recordedAt.toISOString(),
  }
}
