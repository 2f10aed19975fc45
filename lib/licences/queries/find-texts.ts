import type { Queryable } from '#lib/db/client.ts'
import type { Identification } from '../identify.ts'
import { findTextContent, listIdentifications } from './texts.ts'

const SHA256 = /^[0-9a-f]{64}$/

/** Where a text stood: a path of a revision of a model. */
export interface Sighting {
  path: string
  at: Date
  revision: string
  model: { id: string; name: string }
}

export interface HeldText {
  sha256: string
  encoding: string
  size: number
  recordedAt: Date
  /** Null only where the bytes are no text. */
  text: string | null
  /** Null where nobody has judged it yet. */
  identification: Identification | null
  /** The newest; `sightingCount` counts all of them. */
  sightings: Sighting[]
  sightingCount: number
}

const SIGHTINGS_SHOWN = 200

const AT_MODEL = {
  revision: {
    select: { value: true, modelId: true, model: { select: { current: { select: { name: true } } } } },
  },
} as const

/** A text we hold, with what it was identified as and where it was seen; null where it is not held. */
export async function findHeldText(db: Queryable, sha256: string): Promise<HeldText | null> {
  if (!SHA256.test(sha256)) return null
  const row = await db.licenceText.findUnique({
    where: { sha256 },
    include: {
      blob: { select: { size: true } },
      sightings: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: SIGHTINGS_SHOWN, include: AT_MODEL },
      _count: { select: { sightings: true } },
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
    sightings: row.sightings.map(sightingOf),
    sightingCount: row._count.sightings,
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
  sha256: string
  encoding: string
  size: number
  recordedAt: Date
  identification: Identification | null
  /** Where it was first seen; null where its sighting is still being written. */
  firstSeen: Sighting | null
  sightings: number
}

/** Every licence-like text we hold, or those that were recognised as one licence; newest first. */
export async function listHeldTexts(db: Queryable, licenceId?: string): Promise<ListedText[]> {
  const rows = await db.licenceText.findMany({
    where: licenceId === undefined ? {} : { identifications: { some: { licenceId } } },
    orderBy: [{ recordedAt: 'desc' }, { sha256: 'asc' }],
    include: {
      blob: { select: { size: true } },
      sightings: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 1, include: AT_MODEL },
      _count: { select: { sightings: true } },
    },
  })
  const identifications = await listIdentifications(
    db,
    rows.map((row) => row.sha256),
  )
  return rows.flatMap((row) => {
    const identification = identifications.get(row.sha256) ?? null
    // An older recogniser may have named it: the newest word counts.
    if (licenceId !== undefined && identification?.licenceId !== licenceId) return []
    const [first] = row.sightings
    return [
      {
        sha256: row.sha256,
        encoding: row.encoding,
        size: row.blob.size,
        recordedAt: row.recordedAt,
        identification,
        firstSeen: first ? sightingOf(first) : null,
        sightings: row._count.sightings,
      },
    ]
  })
}

interface StoredSighting {
  path: string
  at: Date
  revision: { value: string; modelId: string; model: { current: { name: string } | null } }
}

function sightingOf({ path, at, revision }: StoredSighting): Sighting {
  const name = revision.model.current?.name ?? revision.modelId
  return { path, at, revision: revision.value, model: { id: revision.modelId, name } }
}
