import type { Queryable } from '#lib/db/client.ts'
import { UPLOAD_CHANNELS, type UploadChannel } from '../text-upload.ts'

/** One time that somebody brought a text. */
export interface UploadOnRecord {
  channel: UploadChannel
  fileName: string | null
  /** The address asked for, and where the answer came from. */
  url: string | null
  finalUrl: string | null
  note: string | null
  by: string
  at: Date
}

const SHOWN = 200

/** Who brought a text, how and why, the newest first; none for a text that only looks have seen. */
export async function listUploads(db: Queryable, sha256: string): Promise<UploadOnRecord[]> {
  const rows = await db.textUpload.findMany({
    where: { textSha: sha256 },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  })
  return rows.map(({ channel, fileName, url, finalUrl, note, uploadedByName, at }) => ({
    channel: UPLOAD_CHANNELS.find((one) => one === channel) ?? 'file',
    fileName,
    url,
    finalUrl,
    note,
    by: uploadedByName,
    at,
  }))
}
