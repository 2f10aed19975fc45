import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as getFamilies } from '#app/api/v1/families/route.ts'
import { GET as getModel } from '#app/api/v1/models/[id]/route.ts'
import { GET as getModels } from '#app/api/v1/models/route.ts'
import { GET as getPublisher } from '#app/api/v1/publishers/[name]/route.ts'
import { createToken } from '#lib/auth/commands/tokens.ts'
import { modelDetailSchema, publisherDetailSchema } from '#lib/catalogue/answer-schema.ts'
import { loadCatalogue } from '#lib/catalogue/commands/load-catalogue.ts'
import type { familyItem } from '#lib/catalogue/list-items.ts'
import {
  DEFAULT_MODEL_ORDER,
  MODEL_SORTS,
  type ModelFilter,
  type ModelOrder,
  modelOrderText,
} from '#lib/catalogue/model-list.ts'
import { listFamilies, listPublishers } from '#lib/catalogue/queries/families.ts'
import { countModels, countModelsByOpenness, listModelChoices, listModels } from '#lib/catalogue/queries/models.ts'
import { shippedCatalogue } from '#lib/catalogue/shipped.ts'
import { readEnvironment } from '#lib/environment.ts'
import { openRuntime, operator, type Runtime } from '#lib/wiring.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type WatchedHub, watchHub } from '#tests/support/watched-hub.ts'

// The catalogue and one look at a hub; what pages show of it is asked of the API's own doors.
const database = useDatabase()

let hub: WatchedHub
let runtime: Runtime
let token: string

beforeAll(async () => {
  hub = await watchHub(database, stillClock('2026-11-24T09:00:00.000Z'))
  await loadCatalogue(hub.ctx, shippedCatalogue())
  await hub.look()
  runtime = openRuntime(database.url, readEnvironment({ DATABASE_URL: database.url, HF_ENDPOINT: hub.double.url }), {
    poolSize: 2,
  })
  globalThis.__weighbridge = runtime
  const made = await createToken(runtime.ctxFor(operator('test')), { name: 'reader', scope: 'read', expiresInDays: 1 })
  token = made.token
})
afterAll(async () => {
  await runtime.close()
  await hub.double.close()
})

type Handler = (request: Request) => Promise<Response>

/** What a handler answers to somebody who may read. */
function ask(handler: Handler, query: Record<string, string>): Promise<Response> {
  const address = `http://127.0.0.1/api/v1/list?${new URLSearchParams(query)}`
  return handler(new Request(address, { headers: { authorization: `Bearer ${token}` } }))
}

/** A filter as it stands in an address. */
function queryOf({ isMismatched, ...filter }: ModelFilter): Record<string, string> {
  const named = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return { ...Object.fromEntries(named), ...(isMismatched ? { mismatch: 'true' } : {}) }
}

interface Page {
  items: { id: string; name: string }[]
  next: string | null
  total?: number
}

const view = (filter: ModelFilter, sort: ModelOrder = DEFAULT_MODEL_ORDER, limit = 1_000) => ({
  filter,
  sort,
  page: { offset: 0, limit },
})

const FILTERS: ModelFilter[] = [
  {},
  { q: 'qwen3-8b' },
  { family: 'Qwen2.5' },
  { openness: 'research' },
  { licence: 'Apache-2.0' },
  { licence: 'none' },
  { kind: 'api_only' },
  { state: 'open' },
  { state: 'unseen' },
  { isMismatched: true },
  { released: '2025-Q2' },
  { released: 'undated', kind: 'weights' },
  { q: '%' },
]

describe('a view of the models', () => {
  test.each(FILTERS)('is exported as it is shown: %o', async (filter) => {
    const shown = await listModels(database.db, view(filter))
    // The address of an export carries what the page's own address carries, its columns and density too.
    const query = { ...queryOf(filter), density: 'roomy', page: '2' }
    const json: Page = await (await ask(getModels, { ...query, format: 'json' })).json()
    expect(json.items.map((item) => item.id)).toEqual(shown.rows.map((row) => row.modelId))
    const csv = await (await ask(getModels, { ...query, format: 'csv' })).text()
    const lines = csv.trimEnd().split('\r\n').slice(1)
    expect(lines).toHaveLength(shown.total)
    expect(lines.map((line) => line.split(',')[1])).toEqual(shown.rows.map((row) => row.name))
  })

  test.each(MODEL_SORTS.flatMap((by) => [false, true].map((isDescending) => ({ by, isDescending }))))(
    'read page by page shows every model once, in the order of the whole: %o',
    async (sort) => {
      const whole = await listModels(database.db, view({}, sort))
      const read: string[] = []
      let next: string | null = null
      do {
        const cursor: Record<string, string> = next === null ? {} : { cursor: next }
        const answer = await ask(getModels, { sort: modelOrderText(sort), limit: '60', ...cursor })
        const page: Page = await answer.json()
        expect(page.total).toBe(whole.total)
        expect(answer.headers.get('link') === null).toBe(page.next === null)
        read.push(...page.items.map((item) => item.id))
        next = page.next
      } while (next !== null)
      expect(read).toEqual(whole.rows.map((row) => row.modelId))
    },
  )

  test('is found by the whole of a name, slash and all', async () => {
    const page: Page = await (await ask(getModels, { name: 'Qwen/Qwen3-8B', total: 'false' })).json()
    expect(page.items.map((item) => item.name)).toEqual(['Qwen/Qwen3-8B'])
    expect(page).not.toHaveProperty('total')
  })

  test.each([
    [{ limit: '0' }, '/limit'],
    [{ limit: '201' }, '/limit'],
    [{ cursor: 'bm9uZQ' }, '/cursor'],
    [{ sort: 'password' }, '/sort'],
    [{ openness: 'very' }, '/openness'],
    [{ released: '2026-Q9' }, '/released'],
    [{ q: 'a\u0000b' }, '/q'],
  ])('refuses %o by its field', async (query, field) => {
    const answer = await ask(getModels, query)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ field }] })
  })

  test('puts what has no value last in either direction, and openness in the order of its scale', async () => {
    const dates = async (isDescending: boolean) => {
      const { rows } = await listModels(database.db, view({}, { by: 'releaseOn', isDescending }))
      return rows.map((row) => row.releaseOn)
    }
    for (const days of [await dates(true), await dates(false)]) expect(days.at(-1)).toBeNull()
    const { rows } = await listModels(database.db, view({}, { by: 'openness', isDescending: false }))
    expect([...new Set(rows.map((row) => row.openness))]).toEqual([
      'permissive',
      'conditional',
      'research',
      'api_only',
      'unknown',
    ])
  })

  test('counts openness within what else is filtered', async () => {
    const counts = await countModelsByOpenness(database.db, { family: 'Qwen3', openness: 'research' })
    expect([...counts.values()].reduce((sum, n) => sum + n, 0)).toBe(
      await countModels(database.db, { family: 'Qwen3' }),
    )
  })

  test('offers only filters that some model has', async () => {
    const choices = await listModelChoices(database.db)
    for (const family of choices.families) expect(await countModels(database.db, { family })).toBeGreaterThan(0)
    for (const licence of choices.licences) expect(await countModels(database.db, { licence })).toBeGreaterThan(0)
  })
})

describe('families and publishers', () => {
  test('count each model once', async () => {
    const families = await listFamilies(database.db)
    const [publisher] = await listPublishers(database.db)
    const sum = (of: (row: (typeof families)[number]) => number) => families.reduce((total, row) => total + of(row), 0)
    expect(publisher).toMatchObject({ name: 'Qwen', families: families.length, models: 312, apiOnly: 39 })
    expect([sum((row) => row.models), sum((row) => row.apiOnly)]).toEqual([312, 39])
    expect(families.every((row) => row.models === row.weights + row.apiOnly)).toBe(true)
  })

  test('name no day for a family whose first release is known to the month', async () => {
    const { items }: { items: ReturnType<typeof familyItem>[] } = await (await ask(getFamilies, {})).json()
    expect(items.find((family) => family.name === 'Qwen3.5')).toMatchObject({ firstReleasedOn: '2026-02' })
    expect(items.find((family) => family.name === 'Qwen3')).toMatchObject({ firstReleasedOn: '2025-04-29' })
  })
})

describe('one model', () => {
  const detail = (id: string) => ask((request) => getModel(request, { params: Promise.resolve({ id }) }), {})

  test('is given with what is shown, what lost, its names and its revisions, as described', async () => {
    const { rows } = await listModels(database.db, view({ name: 'Qwen/Qwen3-8B' }))
    const answer = modelDetailSchema.parse(await (await detail(rows[0]?.modelId ?? '')).json())
    expect(answer.upstream).toMatchObject({ state: 'open', freshness: 'fresh' })
    expect(answer.names.map((name) => name.name)).toEqual(['Qwen/Qwen3-8B'])
    expect(answer.facts.find((fact) => fact.property === 'weights')?.shown).toMatchObject({ origin: 'catalogue' })
    expect(answer.revisions.filter((revision) => revision.isObserved)).toMatchObject([
      { kind: 'commit', texts: [{ path: 'LICENSE' }] },
    ])
  })

  test.each(['01a21256-d4e0-7fe9-a5b8-39bbfff05bbd', 'no id', '%'])('of the id %s is not found', async (id) => {
    expect((await detail(id)).status).toBe(404)
  })
})

describe('one publisher', () => {
  const detail = (name: string) => ask((request) => getPublisher(request, { params: Promise.resolve({ name }) }), {})

  test('is given with its dated record, months as months, and its contradictions by event', async () => {
    const { record } = publisherDetailSchema.parse(await (await detail('Qwen')).json())
    const ids = new Set(record?.events.map((event) => event.id))
    expect(ids.size).toBe(82)
    expect(record?.events.filter((event) => event.precision === 'month').every((event) => event.on.length === 7)).toBe(
      true,
    )
    expect(record?.contradictions.flatMap((contradiction) => contradiction.events).every((id) => ids.has(id))).toBe(
      true,
    )
  })

  test('that nobody knows is not found', async () => {
    expect((await detail('Nobody')).status).toBe(404)
  })
})
