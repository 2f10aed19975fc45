import { projectModels } from '#lib/catalogue/commands/project-models.ts'
import type { Tx } from '#lib/db/client.ts'
import { bind } from '#lib/licences/commands/bind.ts'
import { reidentifyTexts } from '#lib/licences/commands/reidentify-texts.ts'
import { ENGINE_VERSION } from '#lib/licences/identify.ts'
import { listIdentifications } from '#lib/licences/queries/texts.ts'
import { textShasOf } from '../agreement.ts'
import { readState } from '../queries/state-shape.ts'
import { seenSummary } from '../sighting.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'

const MODELS_AT_ONCE = 50

interface StaleBinding {
  revisionId: string
  modelId: string
  textSha: string
  licenceId: string | null
  validFrom: Date
}

/**
 * Judges held texts that the present recogniser has not judged yet, then lets what governs each revision and the lists of models
 * follow. What was said before stays on record; deployments of a model that moved are judged again. Killed half-way it goes on
 * at the next start, and with nothing left to follow it changes nothing.
 */
export async function followRecogniser(ctx: UpstreamCtx): Promise<{ judged: number; changed: number; models: number }> {
  const found = await reidentifyTexts(ctx)
  let models = 0
  for (;;) {
    const moved = await ctx.transaction((tx) => followSome(ctx, tx))
    if (moved === 0) return { ...found, models }
    models += moved
  }
}

/** Follows for some models; answers for how many. */
async function followSome(ctx: UpstreamCtx, tx: Tx): Promise<number> {
  const stale = await listStaleBindings(tx)
  const modelIds = [...new Set(stale.map((one) => one.modelId))]
  if (modelIds.length === 0) return 0
  const now = ctx.clock.now()
  for (const { revisionId, textSha, licenceId, validFrom } of stale) {
    await bind(tx, { revisionId, basis: 'identified', rawDeclaration: null, textSha, licenceId, validFrom }, now)
  }
  await projectModels(tx, modelIds, await summariesOf(tx, modelIds), now)
  await tx.touched.createMany({ data: modelIds.map((id) => ({ kind: 'model', id, at: now })) })
  await ctx.enqueue(tx, { queue: 'judge', data: {}, key: 'judge' })
  return modelIds.length
}

/** Bindings that call a text by another licence than the present recogniser does, with what it says now. */
function listStaleBindings(tx: Tx): Promise<StaleBinding[]> {
  return tx.$queryRaw<StaleBinding[]>`
    with newest as (
      select distinct on (b.revision_id) b.revision_id, b.text_sha, b.licence_id, b.valid_from
      from bindings b where b.basis = 'identified' order by b.revision_id, b.recorded_at desc, b.id desc
    ), stale as (
      select n.revision_id as "revisionId", r.model_id as "modelId", n.text_sha as "textSha", n.valid_from as "validFrom",
        case when i.verdict = 'MATCH' then i.licence_id end as "licenceId"
      from newest n
      join revisions r on r.id = n.revision_id
      join identifications i on i.text_sha = n.text_sha and i.engine_version = ${ENGINE_VERSION}
      where n.licence_id is distinct from case when i.verdict = 'MATCH' then i.licence_id end
    )
    select * from stale
    where "modelId" in (select distinct "modelId" from stale order by "modelId" limit ${MODELS_AT_ONCE})`
}

/** What the last look saw of these models, in the words of the present recogniser. */
async function summariesOf(tx: Tx, modelIds: readonly string[]) {
  const rows = await tx.repositoryState.findMany({
    where: { repository: { modelId: { in: [...modelIds] } } },
    include: { repository: true, observation: true },
  })
  const states = rows.map((row) => ({ row, state: readState(row.observation.state) }))
  const identifications = await listIdentifications(tx, [...new Set(states.flatMap(({ state }) => textShasOf(state)))])
  return new Map(
    states.map(({ row, state }) => [row.repository.modelId, seenSummary(state, identifications, row.lastSeenAt)]),
  )
}
