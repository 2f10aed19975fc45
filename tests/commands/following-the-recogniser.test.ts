import { afterAll, beforeAll, expect, test } from 'vitest'
import { followRecogniser } from '#lib/upstream/commands/follow-recogniser.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE } from '#tests/support/hub-double/licence-texts.ts'
import { type WatchedHub, watchHub } from '#tests/support/watched-hub.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
const OPEN = 'Qwen/Open-1B'
let hub: WatchedHub
const queued: string[] = []

beforeAll(async () => {
  hub = await watchHub(database, clock)
  hub.double.org.addRepository(OPEN, { card: { license: 'apache-2.0' }, files: { LICENSE: APACHE_LICENCE } })
  await hub.look()
})
afterAll(() => hub.double.close())

const follow = () =>
  followRecogniser({
    ...hub.ctx,
    enqueue: async (_, job) => {
      queued.push(job.queue)
    },
  })

const model = () => database.db.modelCurrent.findFirstOrThrow({ where: { name: OPEN } })

const bindings = async () =>
  database.db.binding.findMany({
    where: { basis: 'identified', revision: { modelId: (await model()).modelId } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })

test('where everything was said by the present recogniser there is nothing to follow', async () => {
  const before = await database.db.binding.count()
  expect(await follow()).toEqual({ judged: 0, changed: 0, models: 0 })
  expect(await database.db.binding.count()).toBe(before)
  expect(queued).toEqual([])
})

test('a text that an older recogniser could not name is named where it governs, and the older word stays on record', async () => {
  const { modelId } = await model()
  const [seen] = await bindings()
  if (!seen) throw new Error('Nothing governs the model.')
  clock.advance(1_000)
  // As an older recogniser left it: the text held and bound, the licence not named.
  const { revisionId, textSha, validFrom } = seen
  await database.db.binding.create({
    data: { revisionId, textSha, validFrom, basis: 'identified', licenceId: null, recordedAt: clock.now() },
  })
  await database.db.modelCurrent.update({ where: { modelId }, data: { licenceId: null, licenceBasis: null } })
  await database.db.touched.deleteMany()
  clock.advance(1_000)

  expect(await follow()).toMatchObject({ models: 1 })
  expect(await model()).toMatchObject({ licenceId: 'Apache-2.0', licenceBasis: 'identified' })
  const rows = await bindings()
  expect(rows.map((row) => row.licenceId)).toEqual(['Apache-2.0', null, 'Apache-2.0'])
  expect(rows.at(-1)).toMatchObject({ textSha, validFrom, recordedAt: clock.now() })
  expect(await database.db.touched.findMany({ select: { kind: true, id: true } })).toEqual([
    { kind: 'model', id: modelId },
  ])
  expect(queued).toEqual(['judge'])
  expect(await follow()).toMatchObject({ models: 0 })
})
