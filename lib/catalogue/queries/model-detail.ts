import { z } from 'zod'
import type { Queryable } from '#lib/db/client.ts'
import type { Json } from '#lib/shared/canonical-json.ts'
import { compiledOn, type SaidClaim } from '../model-facts.ts'
import { listActiveClaims } from './claims.ts'
import type { ModelRow } from './models.ts'

export interface RelatedModel {
  relation: string
  /** `from`: this model is said to stand so to the other. `to`: the other to this one. */
  side: 'from' | 'to'
  other: { id: string; name: string; kind: 'weights' | 'api_only' | 'own_build' }
  grade: 'observed' | 'announced' | 'reported' | 'denied'
  confidence: string
  dataset: string
  note: string | null
  recordedAt: Date
}

export interface ModelNameFact {
  registry: string
  name: string
  /** Null: since before we looked. */
  validFrom: Date | null
  endedAt: Date | null
  recordedAt: Date
}

export interface ModelDetail {
  id: string
  row: ModelRow
  createdAt: Date
  family: { id: string; name: string } | null
  names: ModelNameFact[]
  claims: SaidClaim[]
  relations: RelatedModel[]
}

const refs = z.array(z.string())

/** One model with everything said about it; null where there is none of that id. */
export async function findModelDetail(db: Queryable, id: string): Promise<ModelDetail | null> {
  const related = { include: { current: { select: { name: true } } } }
  const model = await db.model.findUnique({
    where: { id },
    include: {
      current: true,
      family: true,
      names: { orderBy: { recordedAt: 'asc' }, include: { end: true } },
      relations: { include: { to: related }, orderBy: [{ relation: 'asc' }, { recordedAt: 'asc' }] },
      relatedFrom: { include: { model: related }, orderBy: [{ relation: 'asc' }, { recordedAt: 'asc' }] },
    },
  })
  if (!model?.current) return null
  const claims = await listActiveClaims(db, [id])
  const other = (to: { id: string; kind: ModelRow['kind']; current: { name: string } | null }) => ({
    id: to.id,
    name: to.current?.name ?? to.id,
    kind: to.kind,
  })
  return {
    id,
    row: model.current,
    createdAt: model.createdAt,
    family: model.family ? { id: model.family.id, name: model.family.name } : null,
    names: model.names.map(({ registry, name, validFrom, end, recordedAt }) => ({
      registry,
      name,
      validFrom,
      endedAt: end?.validTo ?? null,
      recordedAt,
    })),
    claims: claims.map((claim) => ({
      id: claim.id,
      property: claim.property,
      value: claim.value as Json,
      origin: claim.dataset === 'look' ? 'hub' : 'catalogue',
      grade: claim.grade,
      confidence: claim.confidence,
      asOf: compiledOn(claim.version) ?? claim.recordedAt,
      recordedAt: claim.recordedAt,
      sourceRefs: refs.safeParse(claim.sourceRefs).data ?? [],
    })),
    relations: [
      ...model.relations.map((row) => ({ ...said(row), side: 'from' as const, other: other(row.to) })),
      ...model.relatedFrom.map((row) => ({ ...said(row), side: 'to' as const, other: other(row.model) })),
    ],
  }
}

function said({ relation, grade, confidence, dataset, note, recordedAt }: Omit<RelatedModel, 'side' | 'other'>) {
  return { relation, grade, confidence, dataset, note, recordedAt }
}

export interface ClaimLoad {
  dataset: string
  version: string
  at: Date
  added: number
  retracted: number
}

/** Which versions of data sets added claims about a model or took some back, newest first. */
export async function listClaimLoads(db: Queryable, modelId: string): Promise<ClaimLoad[]> {
  return db.$queryRaw<ClaimLoad[]>`
    select dataset, version, min(recorded_at) as at,
      count(*) filter (where retracts_id is null)::int as added,
      count(*) filter (where retracts_id is not null)::int as retracted
    from claims where subject_kind = 'model' and subject_id = ${modelId}::uuid and dataset <> 'look'
    group by dataset, version order by at desc, version desc`
}

/** The version of the shipped catalogue that stands, with the day it was compiled; null before one was loaded. */
export async function findNewestLoad(
  db: Queryable,
  dataset: string,
): Promise<{ version: string; compiledOn: Date; recordedAt: Date } | null> {
  return db.catalogueLoad.findFirst({
    where: { dataset },
    orderBy: { recordedAt: 'desc' },
    select: { version: true, compiledOn: true, recordedAt: true },
  })
}

/** Ids of models by their present names, for sentences that name models. */
export async function listModelIds(db: Queryable, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.modelCurrent.findMany({
    where: { name: { in: [...names] } },
    select: { name: true, modelId: true },
  })
  return new Map(rows.map((row) => [row.name, row.modelId]))
}
