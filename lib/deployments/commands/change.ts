import { record } from '#lib/audit/record.ts'
import { authorise, authoriseForTeam } from '#lib/auth/permissions.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Db } from '#lib/db/client.ts'
import { Failure, notFound } from '#lib/shared/failure.ts'
import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import type { DeploymentInput } from '../schema.ts'
import { type JudgedVersion, judgeDeployments, openBench } from './judge.ts'
import { lockDeployments } from './judge-touched.ts'
import { takenNames } from './names.ts'
import { findPin, settlePin } from './pin.ts'
import { pinnedRef } from './register.ts'
import { versionRow } from './version-row.ts'

const WHAT = 'This deployment'

async function newestVersion(db: Pick<Db, 'deploymentVersion'>, id: string) {
  const version = await db.deploymentVersion.findFirst({
    where: { deploymentId: id },
    orderBy: { n: 'desc' },
    include: {
      deployment: { include: { team: true } },
      model: { include: { current: { select: { name: true } } } },
      revision: { select: { value: true } },
    },
  })
  if (!version) throw notFound(WHAT)
  return version
}

/** Writes the next version of a deployment and judges it. Team and identity stay; `expected` is the version the editor saw. */
export async function changeDeployment(
  ctx: UpstreamCtx,
  id: string,
  input: DeploymentInput,
  expected: number,
): Promise<Outcome<JudgedVersion>> {
  authorise(ctx.actor, 'deployment:register')
  const before = await newestVersion(ctx.db, id)
  authoriseForTeam(ctx.actor, 'deployment:register', before.deployment.teamId, WHAT)
  if (before.isRetired) {
    return refused({
      field: '',
      rule: 'deployment.retired',
      message: 'This deployment is retired.',
      remedy: 'Register a new one; a retired deployment stays as it was.',
    })
  }
  if (input.team !== before.deployment.team.slug) {
    return refused({
      field: '/team',
      rule: 'team.fixed',
      message: 'A deployment stays with its team.',
      remedy: `Leave the team as ${before.deployment.team.slug}, or retire this one and register it for the other team.`,
    })
  }
  const pin = await findPin(ctx, input)
  if (!pin.ok) return pin
  const bench = await openBench(ctx.db)
  return ctx.transaction(async (tx) => {
    await lockDeployments(tx, [id])
    const current = await newestVersion(tx, id)
    if (current.n !== expected) throw staleEdit(current.n, current.recordedBy)
    if (input.name !== current.name) {
      const { teamId } = current.deployment
      const taken = await takenNames(tx, [{ teamId, name: input.name, deploymentId: id, field: '/name' }])
      if (taken.length > 0) return refused(...taken)
    }
    const now = ctx.clock.now()
    const pinned = await settlePin(tx, pin.value, now)
    const n = current.n + 1
    await tx.deploymentVersion.create({
      data: versionRow(
        { deploymentId: id, n, input, pinned, unknownBecause: pin.value.unknownBecause, isRetired: false },
        ctx.actor,
        now,
      ),
    })
    await record(tx, ctx, {
      action: 'deployment.changed',
      object: { kind: 'deployment', id },
      teamId: current.deployment.teamId,
      modelRef: pinnedRef(input, pin.value),
      before: { version: current.n },
      after: { version: n, ...input, revision: { ...input.revision }, regions: [...input.regions] },
    })
    const [judged] = await judgeDeployments(tx, ctx, bench, [id], 'changed')
    if (!judged) throw notFound(WHAT)
    return ok(judged)
  })
}

/** Takes a deployment out of use by a last version; its history and findings stay, its open findings close. */
export async function retireDeployment(ctx: Ctx, id: string, expected: number): Promise<void> {
  authorise(ctx.actor, 'deployment:register')
  const before = await newestVersion(ctx.db, id)
  authoriseForTeam(ctx.actor, 'deployment:register', before.deployment.teamId, WHAT)
  const bench = await openBench(ctx.db)
  await ctx.transaction(async (tx) => {
    await lockDeployments(tx, [id])
    const current = await newestVersion(tx, id)
    if (current.isRetired) return
    if (current.n !== expected) throw staleEdit(current.n, current.recordedBy)
    const { deployment, model, revision, n, requestedRevision, ...rest } = current
    await tx.deploymentVersion.create({
      data: {
        ...rest,
        n: n + 1,
        requestedRevision: requestedRevision ?? {},
        isRetired: true,
        recordedAt: ctx.clock.now(),
        recordedBy: ctx.actor.name,
      },
    })
    await record(tx, ctx, {
      action: 'deployment.retired',
      object: { kind: 'deployment', id },
      teamId: deployment.teamId,
      modelRef: `${model.current?.name ?? model.id}@${revision?.value ?? 'unknown'}`,
      before: { version: n },
      after: { version: n + 1 },
    })
    await judgeDeployments(tx, ctx, bench, [id], 'retired')
  })
}

function staleEdit(n: number, by: string): Failure {
  return new Failure('conflict', `${by} saved version ${n} in the meantime. Look at it, then edit again.`)
}
