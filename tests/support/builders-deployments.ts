import type { Actor } from '#lib/auth/actor.ts'
import { createTeam } from '#lib/auth/commands/people.ts'
import type { Db } from '#lib/db/client.ts'
import { registerDeployments } from '#lib/deployments/commands/register.ts'
import { readDeployments } from '#lib/deployments/deployment-batch.ts'
import type { DeploymentInput } from '#lib/deployments/schema.ts'
import { loadStarterRules } from '#lib/policy/commands/load-rules.ts'
import type { Outcome } from '#lib/shared/outcome.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { aPerson, type TestClock, worked } from './builders-auth.ts'
import { APACHE_LICENCE } from './hub-double/licence-texts.ts'
import { type WatchedHub, watchHub } from './watched-hub.ts'

/** A company with rules in force and a hub that was looked at once. */
export interface Company {
  hub: WatchedHub
  /** The hub's context with another actor. */
  as(actor: Actor): UpstreamCtx
  /** Somebody of team search, and somebody of team ads. */
  member: UpstreamCtx
  stranger: UpstreamCtx
  reviewer: UpstreamCtx
}

/** The model under Apache-2.0 that the company's hub holds beside those of `watchHub`. */
export const OPEN_MODEL = 'Qwen/Open-1B'

/** Sets a company up: teams search and ads, a member of each, a reviewer, the shipped rules, a first look. */
export async function aCompany(database: { url: string; db: Db }, clock: TestClock): Promise<Company> {
  const hub = await watchHub(database, clock)
  hub.double.org.addRepository(OPEN_MODEL, {
    card: { license: 'apache-2.0', license_link: 'LICENSE' },
    files: { 'model.safetensors': { size: 1_000 }, LICENSE: APACHE_LICENCE },
  })
  await hub.look()
  await loadStarterRules(hub.ctx)
  for (const slug of ['search', 'ads']) worked(await createTeam(hub.ctx, { slug, name: slug }))
  const as = (actor: Actor): UpstreamCtx => ({ ...hub.ctx, actor })
  const person = async (role: 'member' | 'reviewer', teams: string[], name: string) =>
    as((await aPerson(hub.ctx, { role, teams, name })).actor)
  return {
    hub,
    as,
    member: await person('member', ['search'], 'Mia'),
    stranger: await person('member', ['ads'], 'Stan'),
    reviewer: await person('reviewer', [], 'Rea'),
  }
}

let made = 0

/** What the API would be sent for a deployment; only what matters is given, and each has a name of its own. */
export function deploymentBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  made += 1
  return {
    team: 'search',
    model: OPEN_MODEL,
    revision: { kind: 'commit', value: 'main' },
    name: `Deployment ${made}`,
    environment: 'production',
    purpose: 'Answers questions.',
    use: 'commercial',
    exposure: 'customers',
    accessChannel: 'own_weights',
    owner: 'owner@example.com',
    ...changes,
  }
}

/** A deployment as a door has read it. */
export function deploymentInput(ctx: UpstreamCtx, changes: Record<string, unknown> = {}): DeploymentInput {
  const [input] = worked(readDeployments(deploymentBody(changes), ctx.clock.now()))
  if (!input) throw new Error('Nothing was read.')
  return input
}

/** Sends a body the way both doors do: read, then registered. */
export async function send(ctx: UpstreamCtx, body: unknown): ReturnType<typeof registerDeployments> {
  const read = readDeployments(body, ctx.clock.now())
  if (!read.ok) return read
  const isBatch = typeof body === 'object' && body !== null && 'deployments' in body
  return registerDeployments(ctx, read.value, { isBatch })
}

/** Registers one deployment that nothing refuses. */
export async function aDeployment(ctx: UpstreamCtx, changes: Record<string, unknown> = {}) {
  const [registered] = worked(await send(ctx, deploymentBody(changes)))
  if (!registered) throw new Error('Nothing was registered.')
  return registered
}

/** Refusals as `field rule`, none when it worked. */
export function refusalsIn(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? [] : outcome.refusals.map((refusal) => `${refusal.field} ${refusal.rule}`)
}
