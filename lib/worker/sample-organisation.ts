import { randomBytes } from 'node:crypto'
import { addPerson, createTeam, renewPasswordLink } from '#lib/auth/commands/people.ts'
import { setUpUnattended } from '#lib/auth/commands/set-up.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { listPeople, listTeams } from '#lib/auth/queries/people.ts'
import { drainTouched } from '#lib/deployments/commands/judge-touched.ts'
import { registerDeployments } from '#lib/deployments/commands/register.ts'
import { readDeployments } from '#lib/deployments/deployment-batch.ts'
import { readEnvironment } from '#lib/environment.ts'
import type { Outcome } from '#lib/shared/outcome.ts'
import { lookAtSource } from '#lib/upstream/commands/look.ts'
import { listSources } from '#lib/upstream/queries/sources.ts'
import { type AppCtx, automation, openRuntime } from '#lib/wiring.ts'

const ADMINISTRATOR = 'administrator@sample.example'

const TEAMS = [
  { slug: 'search', name: 'Search' },
  { slug: 'support', name: 'Customer support' },
  { slug: 'vision', name: 'Document vision' },
]

const PEOPLE = [
  { name: 'Rhea Review', email: 'reviewer@sample.example', role: 'reviewer', teams: [] },
  { name: 'Milo Member', email: 'member@sample.example', role: 'member', teams: ['search'] },
  { name: 'Vera Viewer', email: 'viewer@sample.example', role: 'viewer', teams: [] },
  { name: 'Aldo Auditor', email: 'auditor@sample.example', role: 'auditor', teams: [] },
] as const

const MAIN = { kind: 'commit', value: 'main' }

const DEPLOYMENTS = [
  {
    team: 'search',
    name: 'Answers in search',
    model: 'Qwen/Qwen3-8B',
    revision: MAIN,
    environment: 'production',
    use: 'commercial',
    exposure: 'customers',
    accessChannel: 'own_weights',
    monthlyActiveUsers: 240_000,
    regions: ['DE', 'FR'],
  },
  {
    team: 'search',
    name: 'Query embedding',
    model: 'Qwen/Qwen3-Embedding-8B',
    revision: MAIN,
    environment: 'production',
    use: 'commercial',
    exposure: 'internal',
    accessChannel: 'own_weights',
  },
  {
    team: 'support',
    name: 'Reply drafts',
    model: 'Qwen/Qwen2.5-3B-Instruct',
    revision: MAIN,
    environment: 'production',
    use: 'commercial',
    exposure: 'customers',
    accessChannel: 'own_weights',
    monthlyActiveUsers: 18_000,
    regions: ['DE'],
  },
  {
    team: 'support',
    name: 'Ticket routing',
    model: 'Qwen/Qwen3.5-0.8B',
    revision: MAIN,
    environment: 'staging',
    use: 'internal',
    exposure: 'internal',
    accessChannel: 'own_weights',
  },
  {
    team: 'support',
    name: 'Summaries by API',
    model: 'qwen3-max',
    revision: { kind: 'provider_snapshot', value: 'qwen3-max' },
    environment: 'production',
    use: 'commercial',
    exposure: 'customers',
    accessChannel: 'provider_api',
    provider: 'Alibaba Cloud Model Studio',
  },
  {
    team: 'vision',
    name: 'Invoice reading',
    model: 'Qwen/Qwen3-VL-8B-Instruct',
    revision: MAIN,
    environment: 'production',
    use: 'commercial',
    exposure: 'embedded',
    accessChannel: 'own_weights',
    regions: ['DE', 'AT', 'CH'],
  },
  {
    team: 'vision',
    name: 'Reasoning over plans',
    model: 'Qwen/QVQ-72B-Preview',
    revision: { kind: 'unknown', reason: 'set up before revisions were noted' },
    environment: 'research',
    use: 'research',
    exposure: 'internal',
    accessChannel: 'own_weights',
  },
]

/**
 * Fills a database of its own with an invented organisation, through the same use cases people have, once. Answers a one-time
 * link by which its administrator sets a password: no sample has a password anybody could know.
 */
export async function loadSampleOrganisation(options: {
  databaseUrl: string
}): Promise<{ signInLink: string; email: string }> {
  const environment = readEnvironment(process.env)
  const runtime = openRuntime(options.databaseUrl, environment, { poolSize: 4 })
  const ctx = runtime.ctxFor(automation('sample organisation'))
  try {
    worked(
      await setUpUnattended(ctx, {
        name: 'Ada Administrator',
        email: ADMINISTRATOR,
        password: randomBytes(24).toString('base64url'),
      }),
    )
    await addTeams(ctx)
    await addPeople(ctx)
    await lookOnce(ctx)
    await addDeployments(ctx)
    await drainTouched(ctx)
    const administrator = (await listPeople(ctx.db)).find((person) => person.email === ADMINISTRATOR)
    if (!administrator) throw new Error('The sample organisation has no administrator.')
    const link = await renewPasswordLink(ctx, administrator.id)
    return { signInLink: `${environment.publicUrl}/set-password?link=${link}`, email: ADMINISTRATOR }
  } finally {
    await runtime.close()
  }
}

async function addTeams(ctx: AppCtx): Promise<void> {
  const known = new Set((await listTeams(ctx.db, scopeFor(ctx.actor, 'team:read'))).map((team) => team.slug))
  for (const team of TEAMS) if (!known.has(team.slug)) worked(await createTeam(ctx, team))
}

async function addPeople(ctx: AppCtx): Promise<void> {
  const known = new Set((await listPeople(ctx.db)).map((person) => person.email))
  for (const person of PEOPLE)
    if (!known.has(person.email)) worked(await addPerson(ctx, { ...person, teams: [...person.teams] }))
}

async function lookOnce(ctx: AppCtx): Promise<void> {
  for (const source of await listSources(ctx.db, ctx.clock.now())) {
    if (source.baselineLookId === null)
      await lookAtSource(ctx, { sourceId: source.id, trigger: 'command', startedBy: ctx.actor.name })
  }
}

async function addDeployments(ctx: AppCtx): Promise<void> {
  if ((await ctx.db.deployment.count()) > 0) return
  const purpose = 'Invented, to show what a register looks like.'
  const input = readDeployments(
    { deployments: DEPLOYMENTS.map((one) => ({ ...one, purpose, owner: 'owner@sample.example' })) },
    ctx.clock.now(),
  )
  worked(await registerDeployments(ctx, worked(input), { isBatch: true }))
}

function worked<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(outcome.refusals.map((refusal) => `${refusal.field}: ${refusal.message}`).join('; '))
}
