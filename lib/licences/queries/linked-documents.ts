import type { Queryable } from '#lib/db/client.ts'
import { licenceFileRole } from '../licence-text.ts'
import { addressKey, type LinkedDocument, linkedDocuments } from '../linked-documents.ts'

/** A copy of a document that is held: brought by its address, or standing in the repository beside the licence. */
export interface HeldCopy {
  sha256: string
  at: Date
  by: 'upload' | 'repository'
  /** The address it came from, or the path it stood at. */
  place: string
}

export interface LinkedDocumentStanding extends LinkedDocument {
  /** The newest copy; null where none is held. What a copy says was so when it was made. */
  held: HeldCopy | null
}

/** The documents a text points to, each with the newest copy that is held. Nothing is fetched. */
export async function listLinkedDocuments(
  db: Queryable,
  sha256: string,
  text: string,
): Promise<LinkedDocumentStanding[]> {
  const documents = linkedDocuments(text)
  if (documents.length === 0) return []
  const brought = await listBrought(db, documents)
  const beside = documents.some((one) => one.kind === 'use-policy') ? await findPolicyBeside(db, sha256) : null
  return documents.map((document) => {
    const held = brought.get(addressKey(document.url)) ?? (document.kind === 'use-policy' ? beside : null)
    return { ...document, held }
  })
}

/** The newest copy per address, whichever way the address is written. */
async function listBrought(db: Queryable, documents: readonly LinkedDocument[]): Promise<Map<string, HeldCopy>> {
  const ways = documents.flatMap(({ url }) => {
    const bare = addressKey(url)
    return [url, ...['https://', 'http://'].flatMap((protocol) => [`${protocol}${bare}`, `${protocol}${bare}/`])]
  })
  const rows = await db.textUpload.findMany({
    where: { OR: [{ url: { in: ways } }, { finalUrl: { in: ways } }] },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { textSha: true, at: true, url: true, finalUrl: true },
  })
  const newest = new Map<string, HeldCopy>()
  for (const { textSha, at, url, finalUrl } of rows) {
    for (const address of [url, finalUrl]) {
      if (address !== null) newest.set(addressKey(address), { sha256: textSha, at, by: 'upload', place: address })
    }
  }
  return newest
}

/** The newest use policy that stands in a revision in which this text stands too. */
async function findPolicyBeside(db: Queryable, sha256: string): Promise<HeldCopy | null> {
  const rows = await db.textSighting.findMany({
    where: { textSha: { not: sha256 }, revision: { sightings: { some: { textSha: sha256 } } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 500,
    select: { textSha: true, at: true, path: true },
  })
  const policy = rows.find((row) => licenceFileRole(row.path) === 'use-policy')
  return policy ? { sha256: policy.textSha, at: policy.at, by: 'repository', place: policy.path } : null
}
