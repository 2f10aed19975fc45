import mit from 'spdx-license-list/licenses/MIT.json' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256Of } from '#lib/licences/licence-text.ts'
import { lookAtSource } from '#lib/upstream/commands/look.ts'
import { requestLook } from '#lib/upstream/commands/sources.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE, RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'
import type { Organisation } from '#tests/support/hub-double/organisation.ts'
import { type LookStand, standForLooks, type WatchedOrganisation } from '#tests/support/watched-organisation.ts'

const HOUR = 3_600_000
const COMMERCIAL_LICENCE = RESEARCH_LICENCE.replace('FOR NON-COMMERCIAL PURPOSES ONLY', 'FOR ANY PURPOSE')
const REWRAPPED_LICENCE = RESEARCH_LICENCE.replaceAll(/(\S)\n +(?=\S)/g, '$1 ').replaceAll('"', '”')

const database = useDatabase()
const clock = stillClock('2026-11-11T10:00:00.000Z')
let stand: LookStand

beforeAll(async () => {
  stand = await standForLooks(database, clock, APACHE_LICENCE)
})
afterAll(() => stand.double.close())

/** An hour later: at least as late as a doubtful change has to wait. */
function lookAgain(organisation: WatchedOrganisation) {
  clock.advance(HOUR)
  return organisation.look()
}

/** A repository that was looked at, then changed, then looked at an hour later. */
async function afterThat(
  happens: (org: Organisation, name: string) => unknown,
  files?: Record<string, string>,
  card?: Record<string, unknown> | null,
): Promise<WatchedOrganisation & { name: string }> {
  const organisation = await stand.organisation()
  const name = organisation.publish('Model', files, card)
  await organisation.look()
  happens(stand.double.org, name)
  await lookAgain(organisation)
  return { ...organisation, name }
}

const commit = (files: Record<string, string | null>) => (org: Organisation, name: string) =>
  org.commit(name, { files })
const textChangeOf = ({ sourceId }: WatchedOrganisation) =>
  database.db.change.findFirstOrThrow({
    where: { kind: 'licence_text_changed', after: { look: { sourceId } } },
    include: { before: true, after: true },
  })

describe('the first complete look', () => {
  test('is the baseline, and nothing in it is a change', async () => {
    const organisation = await stand.organisation()
    for (const name of ['One', 'Two', 'Three']) organisation.publish(name)
    expect(await organisation.look()).toMatchObject({ outcome: 'complete', isBaseline: true, listed: 3, read: 3 })
    expect(await organisation.changes()).toEqual([])
  })

  test('comes only once everything was seen: an incomplete one before it is no baseline', async () => {
    const organisation = await stand.organisation()
    const name = organisation.publish('One')
    stand.double.fail('status-500', { match: `${name}/tree` })
    expect(await organisation.look()).toMatchObject({ outcome: 'partial', isBaseline: false, reason: 'server_error' })
    stand.double.heal()
    expect(await organisation.look()).toMatchObject({ outcome: 'complete', isBaseline: true, changes: 0 })
    expect(await organisation.changes()).toEqual([])
  })

  test('fetches no content twice, however many repositories hold it', async () => {
    const organisation = await stand.organisation()
    for (const name of ['One', 'Two', 'Three', 'Four'])
      organisation.publish(name, { LICENSE: `${mit.licenseText}\nv1` })
    await organisation.look()
    const fetched = organisation.requests().filter((line) => line.includes('/resolve/') && line.endsWith('LICENSE'))
    expect(fetched).toHaveLength(1)
    organisation.publish('Five', { LICENSE: `${mit.licenseText}\nv1` })
    await organisation.look()
    expect(organisation.requests().filter((line) => line.includes('LICENSE'))).toEqual([])
  })
})

describe('a quiet look', () => {
  test('costs one request per page of the list and nothing else', async () => {
    const organisation = await stand.organisation()
    for (let n = 1; n <= 7; n++) organisation.publish(`Model-${n}`)
    await organisation.look()
    organisation.requests()
    stand.double.setPageSizes({ models: 3 })
    expect(await lookAgain(organisation)).toMatchObject({
      outcome: 'complete',
      requests: 3,
      pages: 3,
      read: 0,
      changes: 0,
    })
    stand.double.setPageSizes({ models: 1000 })
    expect(organisation.requests()).toHaveLength(3)
  })

  test('writes no observation, and proves what stayed as it was by naming the look that listed it', async () => {
    const organisation = await stand.organisation()
    organisation.publish('Model')
    const first = await organisation.look()
    const second = await lookAgain(organisation)
    const { sourceId } = organisation
    expect(await database.db.observation.count({ where: { look: { sourceId } } })).toBe(1)
    const state = await database.db.repositoryState.findFirstOrThrow({
      where: { sourceId },
      include: { observation: true },
    })
    expect(state).toMatchObject({ lastSeenLookId: second.lookId, observation: { lookId: first.lookId } })
    expect(state.lastSeenAt).toEqual(second.endedAt)
    const ends = await database.db.lookEnd.findMany({ where: { look: { sourceId } } })
    expect(new Set(ends.map((end) => end.seenHash)).size).toBe(1)
  })

  test('asks once for each repository that answers nobody, and no more', async () => {
    const organisation = await stand.organisation()
    const name = organisation.publish('Hidden')
    organisation.publish('Open')
    await organisation.look()
    stand.double.org.remove(name)
    await lookAgain(organisation)
    expect(await lookAgain(organisation)).toMatchObject({ outcome: 'complete', requests: 2, changes: 0 })
  })
})

describe('a licence text that changes', () => {
  test('is one change, with its level and the hash before and after', async () => {
    const organisation = await afterThat(commit({ LICENSE: COMMERCIAL_LICENCE }), { LICENSE: RESEARCH_LICENCE })
    expect(await organisation.changes()).toEqual(['licence_text_changed confirmed'])
    const change = await textChangeOf(organisation)
    expect(change).toMatchObject({
      grade: 'observed',
      detail: {
        before: { path: 'LICENSE', sha256: sha256Of(Buffer.from(RESEARCH_LICENCE)) },
        after: { path: 'LICENSE', sha256: sha256Of(Buffer.from(COMMERCIAL_LICENCE)), level: 'operative' },
      },
      before: { outcome: 'seen', status: 200 },
      after: { outcome: 'seen', status: 200 },
    })
    expect(change.before?.id).toBe(change.after?.previousId)
  })

  test('is not found again by the next look, nor by one at the same instant', async () => {
    const organisation = await afterThat(commit({ LICENSE: COMMERCIAL_LICENCE }), { LICENSE: RESEARCH_LICENCE })
    await organisation.look()
    await lookAgain(organisation)
    expect(await organisation.changes()).toEqual(['licence_text_changed confirmed'])
  })

  test('is a matter of typography where only lines and quotation marks differ', async () => {
    const organisation = await afterThat(commit({ LICENSE: REWRAPPED_LICENCE }), { LICENSE: RESEARCH_LICENCE })
    expect((await textChangeOf(organisation)).detail).toMatchObject({
      after: { level: 'typography' },
    })
  })

  test('is no change where the same bytes only stand at another path', async () => {
    const organisation = await afterThat(commit({ LICENSE: null, 'LICENSE.md': APACHE_LICENCE }))
    expect(await organisation.changes()).toEqual([])
  })

  test('opens a mismatch with the card, and clears it when the card follows', async () => {
    const organisation = await afterThat(commit({ LICENSE: mit.licenseText }))
    expect(await organisation.changes()).toEqual([
      'licence_text_changed confirmed',
      'licence_mismatch_opened confirmed',
    ])
    stand.double.org.setCard(organisation.name, { license: 'mit' })
    await lookAgain(organisation)
    expect((await organisation.changes()).slice(2)).toEqual([
      'card_changed confirmed',
      'licence_declaration_changed confirmed',
      'licence_mismatch_cleared confirmed',
    ])
  })

  test('is still found when it changed while the repository was hidden', async () => {
    const organisation = await afterThat((org, name) => org.setPrivate(name, true), { LICENSE: RESEARCH_LICENCE })
    await lookAgain(organisation)
    stand.double.org.setPrivate(organisation.name, false)
    stand.double.org.commit(organisation.name, { files: { LICENSE: COMMERCIAL_LICENCE } })
    await lookAgain(organisation)
    expect(await organisation.changes()).toEqual([
      'withheld confirmed',
      'licence_text_changed confirmed',
      'returned confirmed',
    ])
    const change = await textChangeOf(organisation)
    expect([change.before?.outcome, change.after?.outcome]).toEqual(['seen', 'seen'])
  })
})

describe('a licence that goes', () => {
  test('is only suspected until a second look still finds none, whatever else changed meanwhile', async () => {
    const organisation = await afterThat(commit({ LICENSE: null }))
    expect(await organisation.changes()).toEqual(['licence_removed suspected'])
    stand.double.org.commit(organisation.name, { files: { 'config.json': '{}' } })
    await lookAgain(organisation)
    expect(await organisation.changes()).toEqual(['licence_removed confirmed', 'config_changed confirmed'])
  })

  test('and comes back before the second look was never removed, and nothing is raised but its trace', async () => {
    const organisation = await afterThat(commit({ LICENSE: null }), { LICENSE: mit.licenseText })
    expect(await organisation.changes()).toEqual(['licence_mismatch_cleared suspected', 'licence_removed suspected'])
    stand.double.org.commit(organisation.name, { files: { LICENSE: mit.licenseText } })
    await lookAgain(organisation)
    await lookAgain(organisation)
    expect(await organisation.changes()).toEqual(['licence_mismatch_cleared cleared', 'licence_removed cleared'])
  })

  test('and comes back as another text is a changed text, from the one that stood there before', async () => {
    const organisation = await afterThat(commit({ LICENSE: null }), { LICENSE: RESEARCH_LICENCE })
    stand.double.org.commit(organisation.name, { files: { LICENSE: COMMERCIAL_LICENCE } })
    await lookAgain(organisation)
    expect(await organisation.changes()).toEqual(['licence_removed cleared', 'licence_text_changed confirmed'])
    expect(await textChangeOf(organisation)).toMatchObject({
      detail: { before: { sha256: sha256Of(Buffer.from(RESEARCH_LICENCE)) }, after: { level: 'operative' } },
      before: { previousId: null },
    })
  })

  test('is removed also where a notice stays behind', async () => {
    const organisation = await afterThat(commit({ LICENSE: null }), { LICENSE: APACHE_LICENCE, NOTICE: 'Made by us.' })
    expect(await organisation.changes()).toEqual(['licence_removed suspected'])
  })
})

test('a source made for another hub is not looked at through this one, nor asked for, and leaves no trace', async () => {
  const organisation = await stand.organisation()
  organisation.publish('Model')
  await organisation.look()
  const looks = await database.db.look.count()
  const elsewhere = { ...stand.ctx, hubEndpoint: 'https://hub.example' }
  const request = { sourceId: organisation.sourceId, trigger: 'command', startedBy: 'test' } as const
  await expect(lookAtSource(elsewhere, request)).rejects.toThrow('HF_ENDPOINT')
  await expect(requestLook(elsewhere, organisation.sourceId)).rejects.toThrow('HF_ENDPOINT')
  expect(await database.db.look.count()).toBe(looks)
  expect((await organisation.look()).outcome).toBe('complete')
})
