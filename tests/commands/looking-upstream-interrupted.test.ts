import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtSource } from '#lib/upstream/commands/look.ts'
import type { HubClient } from '#lib/upstream/hub-client.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE, RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'
import { type LookStand, standForLooks, type WatchedOrganisation } from '#tests/support/watched-organisation.ts'

const LOOK_ONCE = new URL('../support/look-once.ts', import.meta.url).pathname
const REPOSITORIES = 24
/** After how many requests of a look its process is killed, and how many milliseconds later. */
const FIRST_LOOK_KILLS = [1, 2, 4, 7, 9, 11, 6, 3, 12, 8].map((requests, at) => ({ requests, milliseconds: at * 3 }))
const LATER_KILLS = [2, 5, 9].map((requests, at) => ({ requests, milliseconds: at * 7 }))

const database = useDatabase()
const clock = { now: () => new Date(), advance: () => undefined }
let stand: LookStand

beforeAll(async () => {
  stand = await standForLooks(database, clock, APACHE_LICENCE)
})
afterAll(() => stand.double.close())

async function many(): Promise<WatchedOrganisation> {
  const organisation = await stand.organisation()
  for (let n = 1; n <= REPOSITORIES; n++) {
    organisation.publish(`Model-${n}`, { LICENSE: `${RESEARCH_LICENCE}\n${organisation.owner} ${n}` })
  }
  return organisation
}

function changeAll({ owner }: WatchedOrganisation): void {
  for (let n = 1; n <= REPOSITORIES; n++) {
    stand.double.org.commit(`${owner}/Model-${n}`, { files: { LICENSE: `${APACHE_LICENCE}\n${owner} ${n}` } })
  }
}

async function outcomesOf({ sourceId }: WatchedOrganisation): Promise<string[]> {
  const looks = await database.db.look.findMany({ where: { sourceId }, include: { end: true }, orderBy: { id: 'asc' } })
  return looks.map((look) => look.end?.outcome ?? 'open')
}

/** Each repository has one chain of observations without gap or fork, every licence text its sighting. */
async function isWhole({ sourceId }: WatchedOrganisation, perRepository: number): Promise<boolean> {
  const observations = await database.db.observation.findMany({ where: { look: { sourceId } } })
  const chains = Map.groupBy(observations, (one) => one.repositoryId)
  const ends = [...chains.values()].map((chain) => chain.filter((one) => one.previousId === null).length)
  return (
    chains.size === REPOSITORIES &&
    ends.every((count) => count === 1) &&
    [...chains.values()].every((chain) => chain.length === perRepository)
  )
}

describe('a look that is interrupted', () => {
  test('by a failure of ours keeps what it saved, and the next goes on from there', async () => {
    const organisation = await many()
    await organisation.look()
    changeAll(organisation)
    let asked = 0
    const breaking: HubClient = {
      ...stand.ctx.hub,
      getTree: (...of) => (++asked === 6 ? Promise.reject(new Error('a bug')) : stand.ctx.hub.getTree(...of)),
    }
    const { sourceId } = organisation
    const request = { sourceId, trigger: 'command', startedBy: 'test' } as const
    await expect(lookAtSource({ ...stand.ctx, hub: breaking }, request)).rejects.toThrow('a bug')
    expect(await outcomesOf(organisation)).toEqual(['complete', 'open'])
    expect(await organisation.changes()).toHaveLength(5)

    const next = await organisation.look()
    expect(next).toMatchObject({ outcome: 'complete', changes: REPOSITORIES - 5, read: REPOSITORIES - 5 })
    expect(await outcomesOf(organisation)).toEqual(['complete', 'interrupted', 'complete'])
    expect(await organisation.changes()).toEqual(Array(REPOSITORIES).fill('licence_text_changed confirmed'))
    expect(await isWhole(organisation, 2)).toBe(true)
  })

  test('by kill -9, at many moments, loses nothing and doubles nothing', async () => {
    const organisation = await many()
    stand.double.setLatency(8)
    for (const moment of FIRST_LOOK_KILLS) await killedLook(organisation, moment)
    stand.double.setLatency(0)
    expect(await organisation.look()).toMatchObject({ isBaseline: true, outcome: 'complete' })
    expect(await organisation.changes()).toEqual([])
    expect(await isWhole(organisation, 1)).toBe(true)

    changeAll(organisation)
    stand.double.setLatency(8)
    for (const moment of LATER_KILLS) await killedLook(organisation, moment)
    stand.double.setLatency(0)
    expect(await organisation.look()).toMatchObject({ outcome: 'complete' })
    expect(await organisation.changes()).toEqual(Array(REPOSITORIES).fill('licence_text_changed confirmed'))
    expect(await isWhole(organisation, 2)).toBe(true)
    expect((await outcomesOf(organisation)).filter((outcome) => outcome === 'open')).toEqual([])
    expect(await organisation.look()).toMatchObject({ requests: 1, changes: 0 })
    // Each of these processes reads the reference texts anew, which a busy machine takes its time for.
  }, 240_000)
})

function lookElsewhere(sourceId: string): { child: ChildProcess; ended: Promise<unknown> } {
  const args = ['--no-deprecation', LOOK_ONCE, database.url, stand.double.url, sourceId]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return { child, ended: once(child, 'exit') }
}

/** Starts a look in a process of its own and kills it once the hub has had so many requests of it. */
async function killedLook(
  { sourceId }: WatchedOrganisation,
  moment: { requests: number; milliseconds: number },
): Promise<void> {
  const before = stand.double.requests.length
  const { child, ended } = lookElsewhere(sourceId)
  while (child.exitCode === null && stand.double.requests.length < before + moment.requests) await pause(1)
  await pause(moment.milliseconds)
  child.kill('SIGKILL')
  await ended
}

describe('two looks at once', () => {
  test('are one: the second joins the first and tells what it found', async () => {
    const organisation = await many()
    stand.double.setLatency(20)
    const [first, second] = await Promise.all([organisation.look(), organisation.look()])
    stand.double.setLatency(0)
    expect([first, second].map((look) => look.isJoined).sort()).toEqual([false, true])
    expect(first.lookId).toBe(second.lookId)
    expect(await outcomesOf(organisation)).toEqual(['complete'])
    expect(await isWhole(organisation, 1)).toBe(true)
  })

  test('do not wait for one that dies: the second takes over', async () => {
    const organisation = await many()
    stand.double.setLatency(20)
    const { sourceId } = organisation
    const { child, ended } = lookElsewhere(sourceId)
    await expect.poll(() => database.db.look.count({ where: { sourceId } }), { timeout: 20_000, interval: 5 }).toBe(1)
    const joining = organisation.look()
    child.kill('SIGKILL')
    await ended
    expect(await joining).toMatchObject({ outcome: 'complete', isJoined: false })
    stand.double.setLatency(0)
    expect(await outcomesOf(organisation)).toEqual(['interrupted', 'complete'])
    expect(await isWhole(organisation, 1)).toBe(true)
  })
})
