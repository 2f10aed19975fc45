import { record } from '#lib/audit/record.ts'
import { authorise, scopeFor } from '#lib/auth/permissions.ts'
import { findTeam } from '#lib/auth/queries/people.ts'
import type { Tx } from '#lib/db/client.ts'
import { newId } from '#lib/db/new-id.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { slugOf } from '../deployment-input.ts'
import type { DeploymentInput } from '../schema.ts'
import { type JudgedVersion, judgeDeployments, openBench } from './judge.ts'
import { takenNames } from './names.ts'
import { findPin, type Pin, settlePin } from './pin.ts'
import { versionRow } from './version-row.ts'

interface Planned {
  input: DeploymentInput
  teamId: string
  slug: string
  pin: Pin
}

/**
 * Registers deployments, all of them or none: pins the exact revision and what governs it, judges, and saves the deployments
 * with the findings they earn and the record of who asked. Refusals name the row by `prefix` and its index.
 */
export async function registerDeployments(
  ctx: UpstreamCtx,
  inputs: readonly DeploymentInput[],
  options: { isBatch: boolean } = { isBatch: false },
): Promise<Outcome<JudgedVersion[]>> {
  authorise(ctx.actor, 'deployment:register')
  const planned: Planned[] = []
  const refusals: Refusal[] = []
  // One question to the hub serves all rows that name the same revision.
  const pins = new Map<string, Outcome<Pin>>()
  const prefixOf = (index: number) => (options.isBatch ? `/deployments/${index}` : '')
  for (const [index, input] of inputs.entries()) {
    const outcome = await plan(ctx, input, pins)
    if (outcome.ok) planned.push(outcome.value)
    else refusals.push(...outcome.refusals.map((refusal) => ({ ...refusal, field: prefixOf(index) + refusal.field })))
  }
  if (refusals.length > 0) return refused(...refusals)
  const bench = await openBench(ctx.db)
  return ctx.transaction(async (tx) => {
    const taken = await takenNames(
      tx,
      planned.map(({ teamId, input }, index) => ({ teamId, name: input.name, field: `${prefixOf(index)}/name` })),
    )
    if (taken.length > 0) return refused(...taken)
    const ids: string[] = []
    for (const one of planned) ids.push(await save(tx, ctx, one))
    const judged = await judgeDeployments(tx, ctx, bench, ids, 'registered')
    // A look may have moved something since the facts were loaded: judged once more, right after.
    await tx.touched.createMany({ data: ids.map((id) => ({ kind: 'deployment', id, at: ctx.clock.now() })) })
    await ctx.enqueue(tx, { queue: 'judge', data: {}, key: 'judge' })
    const byId = new Map(judged.map((one) => [one.deploymentId, one]))
    return ok(ids.flatMap((id) => byId.get(id) ?? []))
  })
}

async function plan(
  ctx: UpstreamCtx,
  input: DeploymentInput,
  pins: Map<string, Outcome<Pin>>,
): Promise<Outcome<Planned>> {
  const team = await findTeam(ctx.db, scopeFor(ctx.actor, 'deployment:register'), input.team)
  const key = JSON.stringify([input.model, input.revision, input.accessChannel])
  // Of a team one may not know of, not even a question to the hub is asked.
  const pin = team === null ? null : (pins.get(key) ?? (await findPin(ctx, input)))
  if (pin !== null) pins.set(key, pin)
  if (team === null) return refused(unknownTeam(input.team))
  if (pin === null || !pin.ok) return pin ?? refused(unknownTeam(input.team))
  return ok({ input, teamId: team.id, slug: slugOf(input.name), pin: pin.value })
}

/** The same words for a team that does not exist and for one the caller does not belong to. */
function unknownTeam(slug: string): Refusal {
  return {
    field: '/team',
    rule: 'team.unknown',
    message: `There is no team ${slug} that you register for.`,
    remedy: 'Name one of your teams; an administrator can add you to another.',
  }
}

async function save(tx: Tx, ctx: UpstreamCtx, { input, teamId, slug, pin }: Planned): Promise<string> {
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  const pinned = await settlePin(tx, pin, now)
  await tx.deployment.create({ data: { id, teamId, slug, createdAt: now } })
  await tx.deploymentVersion.create({
    data: versionRow(
      { deploymentId: id, n: 1, input, pinned, unknownBecause: pin.unknownBecause, isRetired: false },
      ctx.actor,
      now,
    ),
  })
  await record(tx, ctx, {
    action: 'deployment.registered',
    object: { kind: 'deployment', id },
    teamId,
    modelRef: pinnedRef(input, pin),
    after: { ...input, revision: { ...input.revision }, regions: [...input.regions] },
  })
  return id
}

/** Model and revision as the audit log names them: the commit itself where a branch was resolved. */
export function pinnedRef(input: DeploymentInput, pin: Pin): string {
  const written = input.revision.kind === 'unknown' ? 'unknown' : input.revision.value
  return `${input.model}@${pin.confirmed?.model.commit ?? written}`
}
