import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/auth/actor.ts'
import { createTeam } from '#lib/auth/commands/people.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { findModelByName } from '#lib/catalogue/queries/models.ts'
import { retireDeployment } from '#lib/deployments/commands/change.ts'
import { registerDeployments } from '#lib/deployments/commands/register.ts'
import { listModelUses } from '#lib/deployments/queries/model-usage.ts'
import { deploymentSchema } from '#lib/deployments/schema.ts'
import { loadStarterRules } from '#lib/policy/commands/load-rules.ts'
import { stillClock, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type WatchedHub, watchHub } from '#tests/support/watched-hub.ts'

const database = useDatabase()
let hub: WatchedHub
let modelId: string

const deployment = (team: string, name: string) =>
  deploymentSchema.parse({
    team,
    model: 'Qwen/Qwen3-8B',
    revision: { kind: 'commit', value: 'main' },
    name,
    environment: 'production',
    purpose: 'Answers questions.',
    use: 'commercial',
    exposure: 'customers',
    accessChannel: 'own_weights',
    owner: 'a@example.com',
  })

beforeAll(async () => {
  hub = await watchHub(database, stillClock('2026-11-24T09:00:00.000Z'))
  await hub.look()
  await loadStarterRules(hub.ctx)
  for (const slug of ['search', 'ads']) worked(await createTeam(hub.ctx, { slug, name: slug }))
  const rows = [deployment('search', 'Answers'), deployment('ads', 'Adverts'), deployment('ads', 'Old adverts')]
  const registered = worked(await registerDeployments(hub.ctx, rows, { isBatch: true }))
  const old = registered[2]
  if (!old) throw new Error('Three deployments were to be registered.')
  await retireDeployment(hub.ctx, old.deploymentId, old.n)
  modelId = (await findModelByName(database.db, 'Qwen/Qwen3-8B'))?.id ?? ''
})
afterAll(() => hub.double.close())

describe('who uses a model', () => {
  test('is all of it for who may see every team, what is retired last', async () => {
    const { uses, running, total } = await listModelUses(
      database.db,
      scopeFor(hub.ctx.actor, 'deployment:read'),
      modelId,
    )
    expect([running, total]).toEqual([2, 3])
    expect(uses.map((use) => [use.name, use.isRetired]).at(-1)).toEqual(['Old adverts', true])
  })

  test('is what their own teams run for a member, in the counts too', async () => {
    const search = await database.db.team.findUniqueOrThrow({ where: { slug: 'search' } })
    const member: Actor = { kind: 'person', id: 'p', name: 'Mia', role: 'member', teamIds: [search.id] }
    const { uses, running, total } = await listModelUses(database.db, scopeFor(member, 'deployment:read'), modelId)
    expect(uses.map((use) => use.name)).toEqual(['Answers'])
    expect([running, total]).toEqual([1, 1])
  })

  test('is nothing for a member of no team', async () => {
    const lone: Actor = { kind: 'person', id: 'p', name: 'Lone', role: 'member', teamIds: [] }
    expect(await listModelUses(database.db, scopeFor(lone, 'deployment:read'), modelId)).toEqual({
      uses: [],
      running: 0,
      total: 0,
    })
  })
})
