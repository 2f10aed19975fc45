import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestLook } from '#lib/upstream/commands/sources.ts'
import {
  countChanges,
  countChangesByStatus,
  eachChange,
  findChange,
  listChangeChoices,
  listChanges,
} from '#lib/upstream/queries/changes.ts'
import { findLookWork } from '#lib/upstream/queries/look-work.ts'
import { listLooks } from '#lib/upstream/queries/looks.ts'
import { listObservations } from '#lib/upstream/queries/observations.ts'
import type { RecordPlace } from '#lib/upstream/record-place.ts'
import { type ChangeFilter, changeFilter } from '#lib/upstream/schema.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE, RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'
import { type LookStand, standForLooks, type WatchedOrganisation } from '#tests/support/watched-organisation.ts'

// One organisation over two weeks: W46 ends on 15 November 2026.
const database = useDatabase()
const clock = stillClock('2026-11-15T22:00:00.000Z')
let stand: LookStand
let organisation: WatchedOrganisation

beforeAll(async () => {
  stand = await standForLooks(database, clock, APACHE_LICENCE)
  organisation = await stand.organisation()
  const [one, two, three] = ['One', 'Two', 'Three'].map((name) => organisation.publish(name))
  if (!one || !two || !three) throw new Error('Nothing was published.')
  await organisation.look()
  clock.advance(3_600_000)
  stand.double.org.remove(one)
  stand.double.org.commit(two, { files: { LICENSE: RESEARCH_LICENCE } })
  await organisation.look()
  clock.advance(7_200_000)
  stand.double.org.setCard(three, { license: 'apache-2.0' }, { body: 'Another card.' })
  stand.double.org.move(two, `${two}-New`)
  stand.double.org.emptyWeights(three)
  await organisation.look()
})
afterAll(() => stand.double.close())

const view = (given: Partial<ChangeFilter> = {}): ChangeFilter => ({ ...changeFilter.parse({}), ...given })
const kinds = async (given: Partial<ChangeFilter> = {}) =>
  (await listChanges(database.db, view(given), { after: null, limit: 50 })).map((change) => change.kind).sort()

test('changed model cards are left out unless somebody asks for them', async () => {
  expect(await kinds()).toEqual(['emptied', 'licence_text_changed', 'moved', 'withheld'])
  expect(await kinds({ cards: 'true' })).toContain('card_changed')
  expect(await kinds({ kind: 'card_changed' })).toEqual(['card_changed'])
})

test('each filter leaves only what it names, and the counts agree with the lists', async () => {
  expect(await kinds({ status: 'suspected' })).toEqual(['emptied'])
  expect(await kinds({ status: 'confirmed' })).toEqual(['licence_text_changed', 'moved', 'withheld'])
  expect(await kinds({ grade: 'reported' })).toEqual([])
  expect(await kinds({ publisher: organisation.owner })).toHaveLength(4)
  expect(await kinds({ publisher: 'Nobody' })).toEqual([])
  expect(await countChangesByStatus(database.db, view())).toEqual({ suspected: 1, confirmed: 3, cleared: 0 })
  expect(await countChanges(database.db, view({ kind: 'moved' }))).toBe(1)
})

test('a model is found by its id and by every name it has or had', async () => {
  const { owner } = organisation
  expect(await kinds({ model: `${owner}/Two` })).toEqual(['licence_text_changed', 'moved'])
  expect(await kinds({ model: `${owner}/Two-New` })).toEqual(['licence_text_changed', 'moved'])
  const [change] = await listChanges(database.db, view({ kind: 'moved' }), { after: null, limit: 1 })
  expect(await kinds({ model: change?.model.id ?? '' })).toEqual(['licence_text_changed', 'moved'])
})

test('a change is called by the name its model had when it was seen', async () => {
  const [change] = await listChanges(database.db, view({ kind: 'licence_text_changed' }), { after: null, limit: 1 })
  expect(change?.model.name).toBe(`${organisation.owner}/Two`)
})

test('a change belongs to the week in which it was confirmed, and to the day on which it was seen', async () => {
  expect(await kinds({ week: '2026-W46' })).toEqual(['licence_text_changed'])
  expect(await kinds({ week: '2026-W47' })).toEqual(['emptied', 'moved', 'withheld'])
  expect(await kinds({ to: '2026-11-15' })).toEqual(['licence_text_changed', 'withheld'])
  expect(await kinds({ from: '2026-11-16' })).toEqual(['emptied', 'moved'])
})

test('pages follow each other without gap or repetition, and an export holds them all in their order', async () => {
  const paged: string[] = []
  let after: RecordPlace | null = null
  for (;;) {
    const [one] = await listChanges(database.db, view(), { after, limit: 1 })
    if (!one) break
    paged.push(one.id)
    after = { at: one.observedAt, id: one.id }
  }
  const exported: string[] = []
  for await (const some of eachChange(database.db, view())) exported.push(...some.map((change) => change.id))
  expect(paged).toEqual(exported)
  expect(new Set(paged).size).toBe(4)
})

test('a change carries what was seen on both sides: where, when, by which look, of which commit', async () => {
  const [listed] = await listChanges(database.db, view({ kind: 'licence_text_changed' }), { after: null, limit: 1 })
  const change = await findChange(database.db, listed?.id ?? '')
  const { before, after } = change?.evidence ?? {}
  expect([before?.status, after?.status]).toEqual([200, 200])
  expect(before?.lookId).not.toBe(after?.lookId)
  expect(before?.commit).not.toBe(after?.commit)
  expect(after?.url).toContain(`author=${organisation.owner}`)
  expect(after?.bodySha256).toMatch(/^[0-9a-f]{64}$/)
  const seen = await listObservations(database.db, { look: after?.lookId }, { after: null, limit: 50 })
  expect(seen.map((one) => one.id)).toContain(after?.id)
})

test('the feed offers only what it holds', async () => {
  const { kinds: offered, publishers, since } = await listChangeChoices(database.db)
  expect(offered).toHaveLength(5)
  expect(publishers).toEqual([organisation.owner])
  expect(since).toEqual(new Date('2026-11-15T23:00:00.000Z'))
})

test('a look that was asked for is waited for until one ends, and shows while it runs', async () => {
  const { db } = database
  const { sourceId } = organisation
  expect(await findLookWork(db, sourceId)).toEqual({ state: 'idle' })
  clock.advance(60_000)
  await requestLook(stand.ctx, sourceId)
  expect(await findLookWork(db, sourceId)).toEqual({ state: 'waiting', since: clock.now() })
  stand.double.setLatency(300)
  const running = organisation.look()
  await expect.poll(async () => (await findLookWork(db, sourceId)).state).toBe('running')
  await running
  stand.double.setLatency(0)
  expect(await findLookWork(db, sourceId)).toEqual({ state: 'idle' })
})

test('looks are listed with what each could not see', async () => {
  clock.advance(3_600_000)
  stand.double.fail('status-503')
  await organisation.look()
  stand.double.heal()
  const [newest, before] = await listLooks(database.db, organisation.sourceId, { after: null, limit: 2 })
  expect(newest).toMatchObject({ outcome: 'failed', reason: 'server_error', issueCount: 1, trigger: 'schedule' })
  expect(newest?.issues).toMatchObject([{ thing: organisation.owner, kind: 'server_error' }])
  expect(before).toMatchObject({ outcome: 'complete', issueCount: 0 })
})
