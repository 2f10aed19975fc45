import type { Prisma } from '#generated/prisma/client.ts'
import { record } from '#lib/audit/record.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { newId } from '#lib/db/new-id.ts'
import type { Json } from '#lib/shared/canonical-json.ts'
import { diffClaims } from '../claim-diff.ts'
import { CATALOGUE_DATASET, claimsOf, datasetVersion } from '../claims.ts'
import type { CatalogueDataset } from '../dataset.ts'
import type { PlannedModel } from '../planned-model.ts'
import { listActiveClaims } from '../queries/claims.ts'
import { projectModels } from './project-models.ts'

export interface CatalogueLoaded {
  version: string
  isNew: boolean
  models: number
  added: number
  retracted: number
}

/**
 * Puts the shipped catalogue on record: once per version, whole or not at all. A newer version adds what is new and takes back
 * what it no longer says, by claims of its own; nothing is edited, and nothing that looks found is touched.
 */
export async function loadCatalogue(ctx: Ctx, dataset: CatalogueDataset): Promise<CatalogueLoaded> {
  const models = claimsOf(dataset)
  const version = datasetVersion(dataset, models)
  return ctx.transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('catalogue', 0))`
    const known = await tx.catalogueLoad.findUnique({
      where: { dataset_version: { dataset: CATALOGUE_DATASET, version } },
    })
    if (known) return { version, isNew: false, models: models.length, added: 0, retracted: 0 }

    const ids = await ensureModels(tx, models, ctx.clock.now())
    const load: Load = { models, ids, version, now: ctx.clock.now() }
    await addRelations(tx, load)
    await addRevisions(tx, load)
    const { added, retracted } = await addClaims(tx, load)
    await projectModels(tx, [...ids.values()], new Map(), load.now)
    await tx.catalogueLoad.create({
      data: {
        dataset: CATALOGUE_DATASET,
        version,
        compiledOn: new Date(`${dataset.compiled}T00:00:00Z`),
        models: models.length,
        claims: added,
        recordedAt: load.now,
      },
    })
    await tx.touched.create({ data: { kind: 'catalogue', id: version, at: load.now } })
    await record(tx, ctx, {
      action: 'catalogue.loaded',
      object: { kind: 'dataset', id: CATALOGUE_DATASET },
      after: { version, models: models.length, added, retracted },
    })
    return { version, isNew: true, models: models.length, added, retracted }
  })
}

interface Load {
  models: PlannedModel[]
  /** Our id of each planned model, by its key. */
  ids: Map<string, string>
  version: string
  now: Date
}

function idOf(load: Load, key: string): string {
  const id = load.ids.get(key)
  if (id === undefined) throw new Error(`The catalogue names ${key} without describing it.`)
  return id
}

/** Finds each planned model by its present name, and makes those that are new. */
async function ensureModels(tx: Tx, models: PlannedModel[], now: Date): Promise<Map<string, string>> {
  const names = await tx.modelName.findMany({
    where: { name: { in: models.flatMap((model) => model.names.map((name) => name.name)) }, end: null },
  })
  const known = new Map(names.map((row) => [`${row.registry}:${row.name}`, row.modelId]))
  const ids = new Map<string, string>()
  const fresh: PlannedModel[] = []
  for (const model of models) {
    const id = model.names
      .map((name) => known.get(`${name.registry}:${name.name}`))
      .find((found) => found !== undefined)
    if (id === undefined) fresh.push(model)
    ids.set(model.key, id ?? newId(now.getTime()))
  }
  const families = await ensureFamilies(tx, fresh, now)
  await tx.model.createMany({
    data: fresh.map((model) => {
      const family = families.get(`${model.publisher} ${model.family}`)
      return {
        id: ids.get(model.key) ?? '',
        kind: model.kind,
        publisherId: family?.publisherId ?? null,
        familyId: family?.id ?? null,
        createdAt: now,
      }
    }),
  })
  await tx.modelName.createMany({
    data: fresh.flatMap((model) =>
      model.names.map((name) => ({ modelId: ids.get(model.key) ?? '', ...name, validFrom: null, recordedAt: now })),
    ),
  })
  return ids
}

async function ensureFamilies(
  tx: Tx,
  models: PlannedModel[],
  now: Date,
): Promise<Map<string, { id: string; publisherId: string }>> {
  const families = new Map<string, { id: string; publisherId: string }>()
  for (const publisherName of new Set(models.map((model) => model.publisher))) {
    const publisher = await tx.publisher.upsert({
      where: { name: publisherName },
      create: { name: publisherName, createdAt: now },
      update: {},
    })
    const wanted = new Set(models.filter((model) => model.publisher === publisherName).map((model) => model.family))
    await tx.family.createMany({
      data: [...wanted].map((name) => ({ publisherId: publisher.id, name, createdAt: now })),
      skipDuplicates: true,
    })
    for (const family of await tx.family.findMany({ where: { publisherId: publisher.id } }))
      families.set(`${publisherName} ${family.name}`, family)
  }
  return families
}

async function addRelations(tx: Tx, load: Load): Promise<void> {
  const existing = await tx.modelRelation.findMany({ where: { dataset: { startsWith: `${CATALOGUE_DATASET}@` } } })
  const key = (row: { modelId: string; toModelId: string; relation: string; confidence: string }) =>
    `${row.modelId} ${row.toModelId} ${row.relation} ${row.confidence}`
  const known = new Set(existing.map(key))
  const rows = load.models.flatMap((model) =>
    model.relations.map(({ relation, toKey, grade, confidence, note }) => ({
      modelId: idOf(load, model.key),
      toModelId: idOf(load, toKey),
      relation,
      grade,
      confidence,
      note,
      dataset: `${CATALOGUE_DATASET}@${load.version}`,
      recordedAt: load.now,
    })),
  )
  await tx.modelRelation.createMany({ data: rows.filter((row) => !known.has(key(row))) })
}

async function addRevisions(tx: Tx, load: Load): Promise<void> {
  await tx.revision.createMany({
    data: load.models.flatMap((model) =>
      model.revisions.map(({ kind, value }) => ({
        modelId: idOf(load, model.key),
        kind,
        value,
        knowledge: 'asserted' as const,
        recordedAt: load.now,
      })),
    ),
    skipDuplicates: true,
  })
}

async function addClaims(tx: Tx, load: Load): Promise<{ added: number; retracted: number }> {
  const active = Map.groupBy(
    await listActiveClaims(tx, [...load.ids.values()], CATALOGUE_DATASET),
    (claim) => claim.subjectId,
  )
  const shared = { subjectKind: 'model', dataset: CATALOGUE_DATASET, version: load.version, recordedAt: load.now }
  const added: Prisma.ClaimCreateManyInput[] = []
  const retracted: Prisma.ClaimCreateManyInput[] = []
  for (const model of load.models) {
    const subjectId = idOf(load, model.key)
    const before = (active.get(subjectId) ?? []).map((claim) => ({
      ...claim,
      value: claim.value as Json,
      sourceRefs: claim.sourceRefs as string[],
    }))
    const { add, retract } = diffClaims(before, model.claims)
    added.push(
      ...add.map(({ property, value, sourceRefs, grade, confidence }) => ({
        ...shared,
        subjectId,
        property,
        value: value as Prisma.InputJsonValue,
        sourceRefs,
        grade,
        confidence,
      })),
    )
    retracted.push(
      ...retract.map(({ id, property, grade, confidence }) => ({
        ...shared,
        subjectId,
        property,
        value: 'retracted',
        sourceRefs: [],
        grade,
        confidence,
        retractsId: id,
      })),
    )
  }
  await tx.claim.createMany({ data: added })
  await tx.claim.createMany({ data: retracted })
  return { added: added.length, retracted: retracted.length }
}
