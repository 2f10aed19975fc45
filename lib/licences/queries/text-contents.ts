import type { Queryable } from '#lib/db/client.ts'
import { decodeText } from '../licence-text.ts'

/** The words of held texts by their hash; what is not held or is no text is absent. */
export async function listTextContents(db: Queryable, textShas: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.licenceText.findMany({
    where: { sha256: { in: [...new Set(textShas)] } },
    include: { blob: { select: { bytes: true } } },
  })
  return new Map(
    rows.flatMap(({ sha256, blob }) => {
      const decoded = decodeText(blob.bytes)
      return 'refused' in decoded ? [] : [[sha256, decoded.text]]
    }),
  )
}
