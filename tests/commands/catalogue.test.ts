import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CATALOGUE_DATASET } from '#lib/catalogue/claims.ts'
import { loadCatalogue } from '#lib/catalogue/commands/load-catalogue.ts'
import { type CatalogueDataset, readCatalogueDataset } from '#lib/catalogue/dataset.ts'
import { factsOf } from '#lib/catalogue/model-facts.ts'
import { DEFAULT_MODEL_ORDER } from '#lib/catalogue/model-list.ts'
import { listActiveClaims } from '#lib/catalogue/queries/claims.ts'
import { findModelDetail, listClaimLoads } from '#lib/catalogue/queries/model-detail.ts'
import { countModels, findModelByName, listModelsAfter } from '#lib/catalogue/queries/models.ts'
import { shippedCatalogue } from '#lib/catalogue/shipped.ts'
import { listModelSightings } from '#lib/upstream/queries/model-sightings.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { moveTo, type WatchedHub, watchHub } from '#tests/support/watched-hub.ts'

// One installation, told in order: the catalogue of the first start, a look at the hub, then a newer catalogue.
const database = useDatabase()
const clock = stillClock('2026-11-24T09:00:00.000Z')
const first = shippedCatalogue()

let hub: WatchedHub

beforeAll(async () => {
  hub = await watchHub(database, clock)
  hub.double.org.addRepository('Qwen/Qwen3-4B', {
    pipelineTag: 'text-generation',
    parameters: 4_020_000_000,
    files: { 'model.safetensors': { size: 1_000 } },
  })
})
afterAll(() => hub.double.close())

/** The same catalogue a day later: one context corrected, one release date taken back, one model new. */
function newerCatalogue(): CatalogueDataset {
  const later = structuredClone(first)
  later.compiled = '2026-11-24'
  const entry = (repo: string) => {
    const found = later.entries.filter((one) => one.weights === 'open').find((one) => one.repo_id === repo)
    if (!found) throw new Error(`${repo} is not shipped.`)
    return found
  }
  entry('Qwen/Qwen3-4B').context_tokens = 40_960
  Object.assign(entry('Qwen/Qwen3-8B'), { release_date: null, release_date_precision: null })
  later.entries.push({ ...structuredClone(entry('Qwen/Qwen3-4B')), repo_id: 'Qwen/Qwen3-5B', name: 'Qwen3-5B' })
  return readCatalogueDataset(later)
}

async function idOf(name: string): Promise<string> {
  const model = await findModelByName(database.db, name)
  if (!model) throw new Error(`${name} is not on record.`)
  return model.id
}

async function factOf(name: string, property: string) {
  const detail = await findModelDetail(database.db, await idOf(name))
  return factsOf(detail?.claims ?? []).find((fact) => fact.property === property)
}

const rowCounts = async () => {
  const { db } = database
  return [
    await db.model.count(),
    await db.modelName.count(),
    await db.claim.count(),
    await db.modelRelation.count(),
    await db.revision.count(),
    await db.catalogueLoad.count(),
    await db.auditEvent.count(),
    await db.touched.count(),
  ]
}

describe('the first load', () => {
  test('puts every entry on record once, with who says what', async () => {
    expect(await loadCatalogue(hub.ctx, first)).toMatchObject({ isNew: true, models: 312, retracted: 0 })
    expect(await countModels(database.db, {})).toBe(312)
    expect(await countModels(database.db, { kind: 'api_only' })).toBe(39)
    expect(await database.db.claim.count({ where: { grade: 'observed' } })).toBe(0)
  })

  test('again adds nothing, and puts nothing on the audit log', async () => {
    const before = await rowCounts()
    expect(await loadCatalogue(hub.ctx, first)).toMatchObject({ isNew: false, added: 0, retracted: 0 })
    expect(await rowCounts()).toEqual(before)
  })

  test('by two starts at once is one load', async () => {
    const later = readCatalogueDataset({ ...structuredClone(first), compiled: '2026-11-22' })
    const before = await database.db.catalogueLoad.count()
    const loads = await Promise.all([loadCatalogue(hub.ctx, later), loadCatalogue(hub.ctx, later)])
    expect(loads.map((load) => load.isNew).toSorted()).toEqual([false, true])
    expect(loads.map((load) => load.added)).toEqual([0, 0])
    expect(await database.db.catalogueLoad.count()).toBe(before + 1)
  })
})

describe('what the hub says later', () => {
  test('joins the model the catalogue knows by that name', async () => {
    const [models, id] = [await database.db.model.count(), await idOf('Qwen/Qwen3-8B')]
    expect((await hub.look()).outcome).toBe('complete')
    expect(await database.db.model.count()).toBe(models)
    expect((await listModelSightings(database.db, [id])).get(id)).toMatchObject({
      name: 'Qwen/Qwen3-8B',
      state: 'open',
    })
  })

  test('is shown, and kept beside what the catalogue said', async () => {
    const fact = await factOf('Qwen/Qwen3-4B', 'paramsTotalB')
    expect(fact?.shown).toMatchObject({ origin: 'hub', grade: 'observed', value: 4.02 })
    expect(fact?.others).toMatchObject([
      { claim: { origin: 'catalogue', grade: 'announced', value: 4 }, isContradicting: true },
    ])
  })

  test('is not a contradiction where both say the same', async () => {
    const fact = await factOf('Qwen/Qwen3-4B', 'task')
    expect(fact?.others.map(({ claim, isContradicting }) => [claim.origin, isContradicting])).toEqual([
      ['catalogue', false],
    ])
  })
})

describe('a newer catalogue', () => {
  const observed = () => database.db.claim.findMany({ where: { dataset: 'look' }, orderBy: { id: 'asc' } })
  const seenRows = () =>
    database.db.modelCurrent.findMany({
      where: { state: { not: null } },
      orderBy: { modelId: 'asc' },
      select: {
        modelId: true,
        licenceId: true,
        licenceBasis: true,
        hasMismatch: true,
        openness: true,
        state: true,
        lastSeenAt: true,
        paramsTotalB: true,
      },
    })

  test('adds and takes back by claims of its own, and touches nothing that looks found', async () => {
    const before = await database.db.claim.findMany({ orderBy: { id: 'asc' } })
    const looks = await observed()
    const seen = await seenRows()
    expect(looks.length).toBeGreaterThan(0)
    expect(seen.length).toBeGreaterThan(0)

    moveTo(clock, '2026-11-25T09:00:00Z')
    const loaded = await loadCatalogue(hub.ctx, newerCatalogue())
    expect(loaded).toMatchObject({ isNew: true, models: 313, retracted: 2 })

    const after = await database.db.claim.findMany({ orderBy: { id: 'asc' } })
    const known = new Set(before.map((claim) => claim.id))
    expect(after.filter((claim) => known.has(claim.id))).toEqual(before)
    const fresh = after.filter((claim) => !known.has(claim.id))
    expect(fresh.every((claim) => claim.dataset === CATALOGUE_DATASET && claim.version === loaded.version)).toBe(true)
    expect(fresh.filter((claim) => claim.retractsId !== null)).toHaveLength(2)
    expect(await observed()).toEqual(looks)
    expect(await seenRows()).toEqual(seen)
  })

  test('is what counts from now on, and what it no longer says is gone from the page', async () => {
    expect((await factOf('Qwen/Qwen3-4B', 'contextTokens'))?.shown).toMatchObject({ value: 40_960 })
    expect(await factOf('Qwen/Qwen3-8B', 'releaseOn')).toBeUndefined()
    const [row] = await listModelsAfter(database.db, {
      filter: { name: 'Qwen/Qwen3-8B' },
      sort: DEFAULT_MODEL_ORDER,
      after: null,
      limit: 2,
    })
    expect(row).toMatchObject({ releaseOn: null, releasePrecision: null })
    const active = await listActiveClaims(database.db, [await idOf('Qwen/Qwen3-4B')], CATALOGUE_DATASET)
    expect(active.filter((claim) => claim.property === 'contextTokens')).toHaveLength(1)
  })

  test('stands in the history of each model it said something new about', async () => {
    const loads = await listClaimLoads(database.db, await idOf('Qwen/Qwen3-8B'))
    expect(loads.map(({ added, retracted }) => [added > 0, retracted])).toEqual([
      [false, 1],
      [true, 0],
    ])
    expect(await listClaimLoads(database.db, await idOf('Qwen/Qwen3-5B'))).toMatchObject([{ retracted: 0 }])
  })

  test('again changes nothing', async () => {
    const before = await rowCounts()
    expect(await loadCatalogue(hub.ctx, newerCatalogue())).toMatchObject({ isNew: false, added: 0, retracted: 0 })
    expect(await rowCounts()).toEqual(before)
  })
})

test('a model of that id that does not exist is none', async () => {
  expect(await findModelDetail(database.db, '01a21256-d4e0-7fe9-a5b8-39bbfff05bbd')).toBeNull()
})
