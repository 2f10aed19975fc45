import type { Queryable } from '#lib/db/client.ts'
import { type ClaimedDate, claimedDate } from '../claimed-date.ts'
import { decodeText } from '../licence-text.ts'
import { NORMALISER_VERSION } from '../normalise.ts'

/** How somebody brought a text. */
export interface TextUploadRecord {
  id: string
  channel: string
  fileName: string | null
  url: string | null
  finalUrl: string | null
  note: string | null
  uploadedByName: string
  at: Date
}

export interface TextRecord {
  /** Hash of its normalised words by the present normaliser; null where it was not read by it yet. */
  fingerprint: string | null
  /** Other held texts with the same words. */
  sameWords: string[]
  /** The newest, where there are very many. */
  uploads: TextUploadRecord[]
}

const UPLOADS_SHOWN = 200

/** What is on record of a text beside its bytes and where it was seen. */
export async function findTextRecord(db: Queryable, textSha: string): Promise<TextRecord> {
  const normaliserVersion = String(NORMALISER_VERSION)
  const [own, uploads] = await Promise.all([
    db.textFingerprint.findUnique({ where: { textSha_normaliserVersion: { textSha, normaliserVersion } } }),
    db.textUpload.findMany({
      where: { textSha },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: UPLOADS_SHOWN,
    }),
  ])
  const same = own
    ? await db.textFingerprint.findMany({
        where: { fingerprint: own.fingerprint, normaliserVersion, textSha: { not: textSha } },
        orderBy: { textSha: 'asc' },
        take: 50,
      })
    : []
  return {
    fingerprint: own?.fingerprint ?? null,
    sameWords: same.map((row) => row.textSha),
    uploads: uploads.map(({ textSha: _, uploadedBy: __, ...upload }) => upload),
  }
}

/** Enough bytes for the opening of a text in any encoding. */
const OPENING_BYTES = 8_192

/** The date each of some texts claims in its opening; texts that claim none are left out. */
export async function listClaimedDates(db: Queryable, textShas: readonly string[]): Promise<Map<string, ClaimedDate>> {
  const rows = await db.$queryRaw<{ sha256: string; opening: Uint8Array }[]>`
    select sha256, substring(bytes from 1 for ${OPENING_BYTES}::int) as opening from blobs
    where sha256 = any(${[...textShas]}::text[])`
  return new Map(
    rows.flatMap(({ sha256, opening }) => {
      const decoded = decodeText(opening)
      const claimed = 'refused' in decoded ? null : claimedDate(decoded.text)
      return claimed ? [[sha256, claimed]] : []
    }),
  )
}
