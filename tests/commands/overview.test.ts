import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inProcessTextJudge } from '#lib/adapters/text-judge/in-process.ts'
import { createTeam } from '#lib/auth/commands/people.ts'
import { type Scope, scopeFor } from '#lib/auth/permissions.ts'
import { retireDeployment } from '#lib/deployments/commands/change.ts'
import { registerDeployments } from '#lib/deployments/commands/register.ts'
import { listLicencesInUse } from '#lib/deployments/queries/licences-in-use.ts'
import { deploymentSchema } from '#lib/deployments/schema.ts'
import { loadStarterRules } from '#lib/policy/commands/load-rules.ts'
import { weeklyReportSchema } from '#lib/reports/answer-schema.ts'
import { listOpenFindingsByTeam, listOpenFindingsByWeek } from '#lib/reports/queries/overview.ts'
import { draftReport } from '#lib/reports/queries/report-inputs.ts'
import { findThisWeek } from '#lib/reports/queries/this-week.ts'
import { isoWeekOf } from '#lib/shared/iso-week.ts'
import { stillClock, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { COMMERCIAL_LICENCE, moveTo, type WatchedHub, watchHub } from '#tests/support/watched-hub.ts'

// One installation over three weeks, told in order. W46 is 9 to 15 November 2026.
const database = useDatabase()
const clock = stillClock('2026-11-11T10:00:00.000Z')

let hub: WatchedHub
let everything: Scope
let ads: Scope

beforeAll(async () => {
  hub = await watchHub(database, clock)
  everything = scopeFor(hub.ctx.actor, 'deployment:read')
})
afterAll(() => hub.double.close())

const thisWeek = () => findThisWeek(database.db, clock.now())

async function licences(scope: Scope) {
  const { series, points } = await listLicencesInUse(database.db, scope, clock.now())
  return {
    series: series.map((one) => (one.kind === 'licence' ? one.id : one.kind)),
    now: points.at(-1)?.counts,
    points,
  }
}

describe('before anything', () => {
  test('nothing was looked at, and nothing is claimed to be unchanged', async () => {
    expect(await thisWeek()).toMatchObject({ changes: [], isEverLookedAt: false, suspected: 0 })
  })

  test('no figure stands where nothing is registered', async () => {
    const { series, points } = await licences(everything)
    expect(series).toEqual([])
    expect(points.every((point) => point.counts === null)).toBe(true)
    const weeks = await listOpenFindingsByWeek(database.db, everything, clock.now())
    expect(weeks).toHaveLength(12)
    expect(weeks.every((week) => week.counts === null)).toBe(true)
  })
})

describe('in use', () => {
  test('each deployment counts under the licence of what it runs, for whoever may see it', async () => {
    await hub.look()
    await loadStarterRules(hub.ctx)
    for (const slug of ['search', 'ads']) worked(await createTeam(hub.ctx, { slug, name: slug }))
    const team = await database.db.team.findUniqueOrThrow({ where: { slug: 'ads' } })
    ads = scopeFor({ kind: 'person', id: 'p', name: 'p', role: 'member', teamIds: [team.id] }, 'deployment:read')
    const deployment = (slug: string, model: string) =>
      deploymentSchema.parse({
        team: slug,
        model,
        revision: { kind: 'commit', value: 'main' },
        name: `Answers of ${model}`,
        environment: 'production',
        purpose: 'Answers questions.',
        use: 'commercial',
        exposure: 'customers',
        accessChannel: 'own_weights',
        owner: 'a@example.com',
      })
    worked(
      await registerDeployments(
        hub.ctx,
        [
          deployment('search', 'Qwen/Qwen2.5-3B'),
          deployment('search', 'Qwen/Qwen3-8B'),
          deployment('ads', 'Qwen/Qwen2.5-3B'),
        ],
        { isBatch: true },
      ),
    )
    const all = await licences(everything)
    expect(all.now?.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(all.series).toContain('unknown')
    expect((await licences(ads)).now).toEqual([1])
  })

  test('open findings stand by team and week, and are counted no longer once cleared', async () => {
    const teams = await listOpenFindingsByTeam(database.db, everything)
    expect(teams.map((one) => one.team.slug).sort()).toEqual(['ads', 'search'])
    expect((await listOpenFindingsByTeam(database.db, ads)).map((one) => one.team.slug)).toEqual(['ads'])

    const retired = await database.db.deploymentCurrent.findFirstOrThrow({ where: { teamSlug: 'ads' } })
    moveTo(clock, '2026-11-18T10:00:00Z')
    await retireDeployment(hub.ctx, retired.deploymentId, retired.n)
    expect(await listOpenFindingsByTeam(database.db, ads)).toEqual([])
    const weeks = await listOpenFindingsByWeek(database.db, ads, clock.now())
    const sums = weeks.slice(-3).map(({ counts }) => counts && counts.high + counts.medium + counts.low)
    expect(sums).toEqual([null, 1, 0])
    expect((await licences(ads)).now).toEqual([0])
  })
})

describe('this week', () => {
  test('says that nothing changed on the grounds of complete looks', async () => {
    await hub.look()
    moveTo(clock, '2026-11-23T06:00:00Z')
    await hub.look()
    moveTo(clock, '2026-11-24T10:00:00Z')
    expect(await thisWeek()).toMatchObject({
      week: '2026-W48',
      changes: [],
      isEverLookedAt: true,
      hasGaps: false,
      looks: { complete: 1, other: 0, repositories: 2 },
      sources: 1,
    })
  })

  test('lists what was confirmed since Monday, and a failed look beside it', async () => {
    hub.double.org.commit('Qwen/Qwen3-8B', { files: { LICENSE: COMMERCIAL_LICENCE } })
    await hub.look()
    hub.double.fail('status-503')
    await hub.look()
    hub.double.heal()
    const { changes, looks } = await thisWeek()
    expect(changes.map((change) => change.kind)).toContain('licence_text_changed')
    expect(looks).toMatchObject({ complete: 2, other: 1 })
  })

  test('a report is the document that the API describes', async () => {
    const report = worked(await draftReport(database.db, isoWeekOf(clock.now()), clock.now(), inProcessTextJudge()))
    const read = weeklyReportSchema.safeParse(JSON.parse(JSON.stringify(report)))
    expect(read.error?.issues ?? []).toEqual([])
    expect(read.data).toEqual(JSON.parse(JSON.stringify(report)))
  })
})
