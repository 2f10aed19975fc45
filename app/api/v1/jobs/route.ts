import type { z } from 'zod'
import { handle, refusal } from '#app/_server/handler.ts'
import { wholeListAnswer } from '#app/_server/whole-list.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { pageQuery } from '#lib/shared/page-query.ts'
import type { jobItem } from '#lib/upstream/answer-schema.ts'
import { listSources } from '#lib/upstream/queries/sources.ts'
import { workOf } from '../sources/answers.ts'

/** Lists the looks under way, one per source at most. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'upstream:read', async ({ db, clock }) => {
    const asked = readParams(pageQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const sources = await listSources(db, clock.now())
    const jobs = sources.flatMap(({ id, owner, work }): z.input<typeof jobItem>[] =>
      work.state === 'idle' ? [] : [{ id: `look-${id}`, kind: 'look', source: { id, owner }, work: workOf(work) }],
    )
    return wholeListAnswer(request, jobs, asked.value)
  })
}
