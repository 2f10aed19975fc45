import { isSetUp } from '#lib/auth/commands/set-up.ts'
import { Failure } from '#lib/shared/failure.ts'
import { lookAtSource } from '#lib/upstream/commands/look.ts'
import type { LookSummary } from '#lib/upstream/queries/looks.ts'
import { findSource, listSources } from '#lib/upstream/queries/sources.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { asOperator } from './connection.ts'
import { EXIT, print } from './output.ts'

type Result = LookSummary & { source: string }

/** `weighbridge sync`: looks now at one source or at all of them and prints what was found. */
export async function syncCommand(options: { source?: string; json: boolean }): Promise<number> {
  const results = await asOperator((ctx) => look(ctx, options.source))
  print(options.json, { looks: results }, results.map(sentence))
  return results.every((result) => result.outcome === 'complete') ? EXIT.fine : EXIT.failed
}

async function look(ctx: AppCtx, wanted: string | undefined): Promise<Result[]> {
  if (!(await isSetUp(ctx.db))) {
    throw new Failure(
      'unavailable',
      'This installation is not set up yet: open the set-up link that npm start printed. Nothing is fetched before.',
    )
  }
  const named = wanted === undefined ? null : await findSource(ctx.db, wanted, ctx.clock.now())
  if (wanted !== undefined && named === null)
    throw new Failure('not-found', `There is no source ${wanted}. Leave --source out to look at all of them.`)
  const reachable = (await listSources(ctx.db, ctx.clock.now())).filter((source) => source.endpoint === ctx.hubEndpoint)
  const sources = named ? [named] : reachable
  const results: Result[] = []
  for (const source of sources) {
    const summary = await lookAtSource(ctx, { sourceId: source.id, trigger: 'command', startedBy: ctx.actor.name })
    results.push({ ...summary, source: source.owner })
  }
  return results
}

function sentence(result: Result): string {
  const joined = result.isJoined ? ' (a look that was already running)' : ''
  const kind = result.isBaseline ? 'first look, nothing in it is a change' : `${result.changes} changes`
  const why = result.message === null ? '' : ` ${result.reason}: ${result.message}`
  return `${result.source}: ${result.outcome}${joined}; ${result.listed} listed, ${result.read} read, ${result.requests} requests; ${kind}.${why}`
}
