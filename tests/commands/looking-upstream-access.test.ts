import mit from 'spdx-license-list/licenses/MIT.json' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE } from '#tests/support/hub-double/licence-texts.ts'
import type { Organisation } from '#tests/support/hub-double/organisation.ts'
import { type LookStand, standForLooks, type WatchedOrganisation } from '#tests/support/watched-organisation.ts'

const HOUR = 3_600_000
const database = useDatabase()
const clock = stillClock('2026-11-11T10:00:00.000Z')
let stand: LookStand

beforeAll(async () => {
  stand = await standForLooks(database, clock, APACHE_LICENCE)
})
afterAll(() => stand.double.close())

type Happening = (org: Organisation, name: string) => unknown

/** Lets something happen and looks as much later as was asked for: an hour, as long as a doubtful change has to wait. */
async function andLook(
  organisation: WatchedOrganisation,
  happens: () => unknown = () => undefined,
  milliseconds = HOUR,
) {
  happens()
  clock.advance(milliseconds)
  return organisation.look()
}

/** A repository that was looked at, then changed, then looked at an hour later. */
async function afterThat(...happenings: Happening[]): Promise<WatchedOrganisation & { name: string }> {
  const organisation = await stand.organisation()
  const name = organisation.publish('Model')
  await organisation.look()
  for (const happens of happenings) await andLook(organisation, () => happens(stand.double.org, name))
  return { ...organisation, name }
}

const stateOf = ({ sourceId }: WatchedOrganisation) =>
  database.db.repositoryState.findFirstOrThrow({ where: { sourceId }, include: { repository: true } })

describe('a repository that answers nobody any more', () => {
  test('is suspected until a second look, at least as much later as was set, still finds it so', async () => {
    const organisation = await afterThat((org, name) => org.remove(name))
    expect(await organisation.changes()).toEqual(['withheld suspected'])
    await andLook(organisation, undefined, HOUR - 1)
    expect(await organisation.changes()).toEqual(['withheld suspected'])
    await andLook(organisation, undefined, 1)
    expect(await organisation.changes()).toEqual(['withheld confirmed'])
    expect(await stateOf(organisation)).toMatchObject({ state: 'withheld' })
  })

  test('and is back before the second look raises nothing, but leaves its trace', async () => {
    const organisation = await afterThat(
      (org, name) => org.remove(name),
      (org, name) => org.restore(name),
    )
    await andLook(organisation)
    expect(await organisation.changes()).toEqual(['withheld cleared'])
    const observations = await database.db.observation.findMany({
      where: { look: { sourceId: organisation.sourceId } },
      orderBy: { at: 'asc' },
    })
    expect(observations.map((one) => one.outcome)).toEqual(['seen', 'withheld', 'seen'])
  })

  test('returns where its absence had been confirmed', async () => {
    const organisation = await afterThat(
      (org, name) => org.setPrivate(name, true),
      () => undefined,
      (org, name) => org.setPrivate(name, false),
    )
    expect(await organisation.changes()).toEqual(['withheld confirmed', 'returned confirmed'])
  })

  test('is not confirmed by a look that could not ask for it', async () => {
    const organisation = await afterThat((org, name) => org.remove(name))
    stand.double.fail('status-500', { match: `/api/models/${organisation.name}` })
    expect(await andLook(organisation)).toMatchObject({ outcome: 'partial', reason: 'server_error' })
    stand.double.heal()
    expect(await organisation.changes()).toEqual(['withheld suspected'])
  })

  test('is told apart from one the hub has disabled', async () => {
    const organisation = await afterThat(
      (org, name) => org.disable(name),
      () => undefined,
    )
    expect(await organisation.changes()).toEqual(['disabled confirmed'])
  })
})

describe('weights that go', () => {
  test('are only suspected to be gone until a second look, whatever else changes meanwhile', async () => {
    const organisation = await afterThat((org, name) => org.emptyWeights(name))
    expect(await organisation.changes()).toEqual(['emptied suspected'])
    await andLook(organisation, () => stand.double.org.commit(organisation.name, { files: { 'config.json': '{}' } }))
    expect(await organisation.changes()).toEqual(['emptied confirmed', 'config_changed confirmed'])
  })

  test('are not held to be gone for certain because their repository was hidden meanwhile', async () => {
    const organisation = await afterThat(
      (org, name) => org.emptyWeights(name),
      (org, name) => org.remove(name),
      (org, name) => org.restore(name),
    )
    expect(await organisation.changes()).toEqual(['emptied confirmed', 'withheld cleared'])
  })

  test('and come back as other weights are a new revision, from the ones before', async () => {
    const organisation = await afterThat(
      (org, name) => org.emptyWeights(name),
      (org, name) => org.commit(name, { files: { 'model.safetensors': { size: 2_000 } } }),
    )
    expect(await organisation.changes()).toEqual(['emptied cleared', 'revised confirmed'])
  })
})

describe('a gate', () => {
  test('is put up, is changed and is lifted', async () => {
    const organisation = await afterThat(
      (org, name) => org.setGated(name, 'auto'),
      (org, name) => org.setGated(name, 'manual'),
      (org, name) => org.setGated(name, false),
    )
    expect(await organisation.changes()).toEqual([
      'gated confirmed',
      'gate_terms_changed confirmed',
      'ungated confirmed',
    ])
  })

  test('keeps a licence from being read, and once it is lifted the text is read and is no changed text', async () => {
    const organisation = await stand.organisation()
    const name = organisation.publish('Model', { LICENSE: `${mit.licenseText}\ngated` })
    stand.double.org.setGated(name, 'manual')
    await organisation.look()
    await andLook(organisation, () => stand.double.org.setGated(name, false))
    expect(await organisation.changes()).toEqual(['ungated confirmed'])
    const { repositoryId } = await stateOf(organisation)
    expect(await database.db.textSighting.count({ where: { revision: { repositoryId } } })).toBe(1)
  })
})

describe('a name', () => {
  test('that a repository leaves for another is followed, within the organisation and out of it', async () => {
    const organisation = await afterThat((org, name) => org.move(name, `${name}-Renamed`))
    expect(await organisation.changes()).toEqual(['moved confirmed'])
    const outside = `Elsewhere-${organisation.owner}/Model`
    await andLook(organisation, () => stand.double.org.move(`${organisation.name}-Renamed`, outside))
    expect((await organisation.changes()).slice(1)).toEqual(['moved confirmed', 'owner_changed confirmed'])
    const { repository } = await stateOf(organisation)
    const names = await database.db.modelName.findMany({
      where: { modelId: repository.modelId, registry: 'hf', end: null },
    })
    expect(names.map((row) => row.name)).toEqual([outside])
  })

  test('that comes to stand for another repository is registered anew, and the first keeps its own record', async () => {
    const organisation = await afterThat((org, name) => {
      org.move(name, `${name}-Old`)
      org.addRepository(name, { files: { 'model.safetensors': { size: 5 } } })
    })
    expect(await organisation.changes()).toEqual(['moved confirmed', 're_registered confirmed'])
    const holders = await database.db.modelName.findMany({ where: { name: organisation.name }, include: { end: true } })
    expect(holders.map((row) => row.end === null).sort()).toEqual([false, true])
    expect(new Set(holders.map((row) => row.modelId)).size).toBe(2)
  })

  test('that was not there at the baseline is a release', async () => {
    const organisation = await afterThat((org, name) => org.addRepository(`${name}-New`))
    expect(await organisation.changes()).toEqual(['released confirmed'])
  })
})

describe('a history', () => {
  test('that no longer holds the commit seen before was rewritten', async () => {
    const organisation = await afterThat(
      (org, name) => org.commit(name, { files: { 'config.json': '{}' } }),
      (org, name) => org.squash(name),
    )
    expect(await organisation.changes()).toEqual(['config_changed confirmed', 'history_rewritten confirmed'])
  })
})

describe('a card', () => {
  test('that declares another licence is a changed declaration', async () => {
    const organisation = await afterThat((org, name) => org.setCard(name, { license: 'other', license_name: 'ours' }))
    expect(await organisation.changes()).toEqual(['card_changed confirmed', 'licence_declaration_changed confirmed'])
  })
})
