import { notFound } from '#lib/shared/failure.ts'
import { listLooks } from '#lib/upstream/queries/looks.ts'
import { findSource, type SourceRow } from '#lib/upstream/queries/sources.ts'
import { upstreamIdSchema } from '#lib/upstream/schema.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { detailOf } from './answers.ts'

const LOOKS = 20

/** The source an address names; what is none is not found. */
export async function getSource({ db, clock }: AppCtx, id: string): Promise<SourceRow> {
  const source = upstreamIdSchema.safeParse(id).success ? await findSource(db, id, clock.now()) : null
  if (source === null) throw notFound('This source')
  return source
}

/** The answer that shows a source. */
export async function sourceAnswer(ctx: AppCtx, id: string): Promise<Response> {
  const source = await getSource(ctx, id)
  const looks = await listLooks(ctx.db, source.id, { after: null, limit: LOOKS })
  return Response.json(detailOf(source, looks), { headers: { 'cache-control': 'no-store' } })
}
