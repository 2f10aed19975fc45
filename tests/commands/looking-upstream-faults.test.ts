import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { HubErrorKind } from '#lib/upstream/hub-client.ts'
import { listSourceFreshness } from '#lib/upstream/queries/source-freshness.ts'
import { findSource } from '#lib/upstream/queries/sources.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { FaultMode, FaultOptions } from '#tests/support/hub-double/faults.ts'
import { APACHE_LICENCE, RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'
import { type LookStand, standForLooks, type WatchedOrganisation } from '#tests/support/watched-organisation.ts'

const HOUR = 3_600_000
const database = useDatabase()
const clock = stillClock('2026-11-11T10:00:00.000Z')
let stand: LookStand

beforeAll(async () => {
  stand = await standForLooks(database, clock, APACHE_LICENCE)
})
afterEach(() => stand.double.heal())
afterAll(() => stand.double.close())

interface Case {
  mode: FaultMode
  reason: HubErrorKind
  options?: FaultOptions
}

/** What each fault of a hub is called where it is recorded. */
const LIST_FAULTS: Case[] = [
  { mode: 'down', reason: 'unreachable' },
  { mode: 'reset', reason: 'unreachable' },
  { mode: 'status-429', reason: 'rate_limited', options: { retryAfter: 3_600 } },
  { mode: 'status-500', reason: 'server_error' },
  { mode: 'html', reason: 'not_json' },
  { mode: 'truncated', reason: 'not_json' },
  { mode: 'wrong-shape', reason: 'wrong_shape' },
  { mode: 'endless', reason: 'too_large' },
  { mode: 'redirect-private', reason: 'refused_address' },
  { mode: 'slow', reason: 'timeout' },
  { mode: 'drip', reason: 'timeout' },
]

async function watched(...names: string[]): Promise<WatchedOrganisation> {
  const organisation = await stand.organisation()
  for (const name of names) organisation.publish(name, { LICENSE: RESEARCH_LICENCE })
  await organisation.look()
  clock.advance(HOUR)
  return organisation
}

/** What every page's frame says of a source. */
const frameSays = async (owner: string) =>
  (await listSourceFreshness(database.db, clock.now())).find((source) => source.owner === owner)

const issuesOf = async (lookId: string) =>
  (await database.db.lookIssue.findMany({ where: { lookId } })).map((issue) => `${issue.thing} ${issue.kind}`)

describe('a hub whose list cannot be read', () => {
  test.each(LIST_FAULTS)('$mode is recorded as $reason, and the last good observation stands', async (fault) => {
    const organisation = await watched('Model')
    const good = await findSource(database.db, organisation.sourceId, clock.now())
    stand.double.fail(fault.mode, fault.options)
    const look = await organisation.look()
    expect(look).toMatchObject({ outcome: 'failed', reason: fault.reason, changes: 0 })
    expect(look.message).not.toBe('')
    expect(await issuesOf(look.lookId)).toEqual([`${organisation.owner} ${fault.reason}`])
    const source = await findSource(database.db, organisation.sourceId, clock.now())
    expect(source).toMatchObject({ health: 'failing', since: good?.lastGood?.endedAt, lastGood: good?.lastGood })
    expect(source?.repositories).toBe(1)
    const { health, since } = source ?? {}
    expect(await frameSays(organisation.owner)).toMatchObject({ health, since, lastGoodAt: good?.lastGood?.endedAt })
    expect(await organisation.changes()).toEqual([])

    stand.double.heal()
    clock.advance(HOUR)
    expect((await organisation.look()).outcome).toBe('complete')
    expect(await findSource(database.db, organisation.sourceId, clock.now())).toMatchObject({ health: 'fresh' })
  })

  test('shows its source as stale once nobody has looked for two intervals', async () => {
    const organisation = await watched('Model')
    clock.advance(2 * HOUR)
    const { health, since } = (await findSource(database.db, organisation.sourceId, clock.now())) ?? {}
    expect(health).toBe('stale')
    expect(await frameSays(organisation.owner)).toMatchObject({ health, since })
    expect(since?.getTime()).toBe(clock.now().getTime() - HOUR)
  })
})

describe('one broken repository', () => {
  const TREE_FAULTS: Case[] = [
    { mode: 'status-500', reason: 'server_error' },
    { mode: 'truncated', reason: 'not_json' },
    { mode: 'wrong-types', reason: 'wrong_shape' },
    { mode: 'endless', reason: 'too_large' },
    { mode: 'redirect-private', reason: 'refused_address' },
  ]

  test.each(TREE_FAULTS)('($mode) is noted as $reason and stops no other', async ({ mode, reason }) => {
    const organisation = await watched('First', 'Broken', 'Last')
    const { owner } = organisation
    for (const name of ['First', 'Broken', 'Last']) {
      stand.double.org.commit(`${owner}/${name}`, { files: { LICENSE: APACHE_LICENCE } })
    }
    stand.double.fail(mode, { match: `${owner}/Broken/tree` })
    const look = await organisation.look()
    expect(look).toMatchObject({ outcome: 'partial', reason, listed: 3, changes: 2 })
    expect(await issuesOf(look.lookId)).toEqual([`${owner}/Broken ${reason}`])

    stand.double.heal()
    clock.advance(HOUR)
    expect(await organisation.look()).toMatchObject({ outcome: 'complete', changes: 1 })
    expect(await organisation.changes()).toEqual(Array(3).fill('licence_text_changed confirmed'))
  })

  test('whose licence file leads to a private address is read once it does not', async () => {
    const organisation = await watched('Model')
    const name = `${organisation.owner}/Model`
    stand.double.org.commit(name, { files: { LICENSE: `${RESEARCH_LICENCE}\nand more` } })
    stand.double.fail('redirect-private', { match: `${name}/resolve` })
    expect(await organisation.look()).toMatchObject({ outcome: 'partial', reason: 'refused_address', changes: 0 })
    stand.double.heal()
    expect(await organisation.look()).toMatchObject({ outcome: 'complete', changes: 1 })
  })

  test('whose item in the list cannot be read is asked for by name, and the rest is read', async () => {
    const organisation = await watched('One', 'Two')
    stand.double.fail('wrong-types', { match: `author=${organisation.owner}` })
    const look = await organisation.look()
    expect(look).toMatchObject({ outcome: 'partial', reason: 'wrong_shape', listed: 1, changes: 0 })
    expect(await database.db.repositoryState.count({ where: { lastSeenLookId: look.lookId } })).toBe(2)
  })

  test('whose card holds what no database takes is read all the same', async () => {
    const organisation = await watched('Model')
    const odd = { license: 'odd\u0000\ud800', license_name: 'a\u0000b', extra_gated_prompt: '\udfff' }
    organisation.publish('Odd', { LICENSE: APACHE_LICENCE }, odd)
    expect(await organisation.look()).toMatchObject({ outcome: 'complete', changes: 1 })
    clock.advance(HOUR)
    expect(await organisation.look()).toMatchObject({ outcome: 'complete', changes: 0, read: 0 })
  })

  test('ends the look after three failures in a row, as the hub is then taken to be down', async () => {
    const organisation = await watched('A', 'B', 'C', 'D', 'E')
    const { owner } = organisation
    for (const name of ['A', 'B', 'C', 'D', 'E']) stand.double.org.commit(`${owner}/${name}`, { files: { x: 'y' } })
    stand.double.fail('status-503', { match: '/tree/' })
    const look = await organisation.look()
    expect(look).toMatchObject({ outcome: 'partial', reason: 'server_error' })
    expect(await issuesOf(look.lookId)).toHaveLength(3)
  })
})
