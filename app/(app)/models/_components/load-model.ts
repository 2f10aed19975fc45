import { notFound } from 'next/navigation'
import { cache } from 'react'
import { findModelDetail } from '#lib/catalogue/queries/model-detail.ts'
import { catalogueIdSchema } from '#lib/catalogue/schema.ts'
import { listModelStandings } from '#lib/upstream/queries/model-items.ts'
import { webRuntime } from '#lib/wiring.ts'

/** The model a page is about, read once per request; what is no model is not found. Pages ask `pageCtx` first. */
export const loadModel = cache(async (id: string) => {
  const { db, clock } = webRuntime()
  const model = catalogueIdSchema.safeParse(id).success ? await findModelDetail(db, id) : null
  if (!model) notFound()
  const now = clock.now()
  const standings = await listModelStandings(db, [model.row], now)
  return { model, standing: standings.get(id) ?? ({ kind: 'never-looked' } as const), now }
})
