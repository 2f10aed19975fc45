import type { Queryable } from '#lib/db/client.ts'
import type { Identification } from '../identify.ts'
import { findTextContent, listIdentifications } from './texts.ts'

export const SHA256 = /^[0-9a-f]{64}$/

export interface HeldText {
  sha256: string
  encoding: string
  size: number
  recordedAt: Date
  /** Null only where the bytes are no text. */
  text: string | null
  identification: Identification | null
  sightings: { path: string; at: Date; revision: string; model: { id: string; name: string } }[]
}

const SIGHTINGS_SHOWN = 200

/** A text we hold, with what it was identified as and where it was seen; null where it is not held. */
export async function findHeldText(db: Queryable, sha256: string): Promise<HeldText | null> {
  if (!SHA256.test(sha256)) return null
  const row = await db.licenceText.findUnique({
    where: { sha256 },
    include: {
      blob: { select: { size: true } },
      sightings: {
        orderBy: { at: 'desc' },
        take: SIGHTINGS_SHOWN,
        include: { revision: { include: { model: { include: { current: { select: { name: true } } } } } } },
      },
    },
  })
  if (!row) return null
  const identifications = await listIdentifications(db, [sha256])
  return {
    sha256,
    encoding: row.encoding,
    size: row.blob.size,
    recordedAt: row.recordedAt,
    text: await findTextContent(db, sha256),
    identification: identifications.get(sha256) ?? null,
    sightings: row.sightings.map(({ path, at, revision }) => ({
      path,
      at,
      revision: revision.value,
      model: { id: revision.modelId, name: revision.model.current?.name ?? revision.modelId },
    })),
  }
}

/** A text's bytes as they came; null where it is not held. */
export async function findTextBytes(
  db: Queryable,
  sha256: string,
): Promise<{ bytes: Uint8Array; encoding: string } | null> {
  if (!SHA256.test(sha256)) return null
  const row = await db.licenceText.findUnique({ where: { sha256 }, include: { blob: { select: { bytes: true } } } })
  return row ? { bytes: row.blob.bytes, encoding: row.encoding } : null
}

export interface ListedText {
  id: string
  sha256: string
  encoding: string
  recordedAt: Date
  verdict: string
  licenceId: string | null
  closest: { licenceId: string; similarity: number } | null
  sightings: number
}

/** Every licence-like text we hold, newest first. */
export async function listHeldTexts(db: Queryable): Promise<ListedText[]> {
  const rows = await db.licenceText.findMany({
    orderBy: { recordedAt: 'desc' },
    include: { _count: { select: { sightings: true } } },
  })
  const identifications = await listIdentifications(
    db,
    rows.map((row) => row.sha256),
  )
  return rows.map((row) => {
    const found = identifications.get(row.sha256)
    return {
      id: row.sha256,
      sha256: row.sha256,
      encoding: row.encoding,
      recordedAt: row.recordedAt,
      verdict: found?.verdict ?? 'UNKNOWN',
      licenceId: found?.licenceId ?? null,
      closest: found?.closest ?? null,
      sightings: row._count.sightings,
    }
  })
}

export interface ListedLicence {
  id: string
  models: number
  texts: number
}

/** Every licence some model stands under or some text was recognised as, the most used first. */
export async function listLicences(db: Queryable): Promise<ListedLicence[]> {
  const models = await db.modelCurrent.groupBy({ by: ['licenceId'], _count: true, where: { licenceId: { not: null } } })
  const counts = new Map<string, ListedLicence>()
  for (const { licenceId, _count } of models)
    if (licenceId !== null) counts.set(licenceId, { id: licenceId, models: _count, texts: 0 })
  for (const { licenceId } of await listHeldTexts(db)) {
    if (licenceId === null) continue
    const known = counts.get(licenceId) ?? { id: licenceId, models: 0, texts: 0 }
    counts.set(licenceId, { ...known, texts: known.texts + 1 })
  }
  return [...counts.values()].sort((a, b) => b.models - a.models || (a.id < b.id ? -1 : 1))
}

/** Models that stand under a licence, by name; at most a thousand. */
export async function listModelsUnder(
  db: Queryable,
  licenceId: string,
): Promise<{ id: string; name: string; basis: string | null }[]> {
  const rows = await db.modelCurrent.findMany({
    where: { licenceId },
    orderBy: { name: 'asc' },
    take: 1000,
    select: { modelId: true, name: true, licenceBasis: true },
  })
  return rows.map(({ modelId, name, licenceBasis }) => ({ id: modelId, name, basis: licenceBasis }))
}
