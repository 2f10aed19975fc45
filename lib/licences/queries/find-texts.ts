import type { Prisma } from '#generated/prisma/client.ts'
import type { Queryable } from '#lib/db/client.ts'
import type { Identification, Verdict } from '../identification.ts'
import { listShasByVerdict } from './current-identifications.ts'
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
  /** Null where no look has seen it. */
  firstSeen: Sighting | null
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
  const first = await db.textSighting.findFirst({
    where: { textSha: sha256 },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: AT_MODEL,
  })
  return {
    sha256,
    encoding: row.encoding,
    size: row.blob.size,
    recordedAt: row.recordedAt,
    text: await findTextContent(db, sha256),
    identification: identifications.get(sha256) ?? null,
    sightings: row.sightings.map(sightingOf),
    sightingCount: row._count.sightings,
    firstSeen: first ? sightingOf(first) : null,
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
  const texts = await readTexts(db, licenceId === undefined ? {} : { identifications: { some: { licenceId } } })
  // An older recogniser may have named it: the newest word counts.
  return licenceId === undefined ? texts : texts.filter((text) => text.identification?.licenceId === licenceId)
}

/** One page of the held texts, newest first: of all or of some, with any verdict or with one; `total` counts all of them. */
export async function listTexts(
  db: Queryable,
  given: { shas: readonly string[] | null; verdict: Verdict | undefined; page: { offset: number; limit: number } },
): Promise<{ texts: ListedText[]; total: number }> {
  const shas = given.verdict === undefined ? given.shas : await listShasByVerdict(db, given.verdict, given.shas)
  const where = shas === null ? {} : { sha256: { in: [...shas] } }
  const { offset, limit } = given.page
  return {
    texts: await readTexts(db, where, { skip: offset, take: limit }),
    total: await db.licenceText.count({ where }),
  }
}

async function readTexts(
  db: Queryable,
  where: Prisma.LicenceTextWhereInput,
  page: { skip?: number; take?: number } = {},
): Promise<ListedText[]> {
  const rows = await db.licenceText.findMany({
    where,
    ...page,
    orderBy: [{ recordedAt: 'desc' }, { sha256: 'asc' }],
    include: {
      blob: { select: { size: true } },
      sightings: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 1, include: AT_MODEL },
      _count: { select: { sightings: true } },
    },
  })
  const shas = rows.map((row) => row.sha256)
  const identifications = await listIdentifications(db, shas)
  return rows.map((row) => {
    const [first] = row.sightings
    return {
      sha256: row.sha256,
      encoding: row.encoding,
      size: row.blob.size,
      recordedAt: row.recordedAt,
      identification: identifications.get(row.sha256) ?? null,
      firstSeen: first ? sightingOf(first) : null,
      sightings: row._count.sightings,
    }
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
