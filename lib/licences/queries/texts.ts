import { z } from 'zod'
import type { Queryable } from '#lib/db/client.ts'
import type { Identification } from '../identification.ts'
import { identificationEvidence } from '../identification-evidence.ts'
import { ENGINE_VERSION } from '../identify.ts'
import { decodeText } from '../licence-text.ts'

const closestShape = z.object({ licenceId: z.string(), similarity: z.number() }).nullable()

/** What each text was identified as, by the present engine where it has judged the text, else by the newest before it. */
export async function listIdentifications(
  db: Queryable,
  textShas: readonly string[],
): Promise<Map<string, Identification>> {
  const rows = await db.identification.findMany({
    where: { textSha: { in: [...textShas] } },
    orderBy: { recordedAt: 'asc' },
  })
  const found = new Map<string, Identification>()
  for (const row of rows) {
    if (found.get(row.textSha)?.engineVersion === ENGINE_VERSION) continue
    const evidence = identificationEvidence.parse(row.evidence)
    found.set(row.textSha, {
      verdict: row.verdict,
      licenceId: row.licenceId,
      alternatives: z.array(z.string()).parse(row.alternatives),
      closest: closestShape.parse(row.closest),
      engineVersion: row.engineVersion,
      ...evidence,
    })
  }
  return found
}

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

/** A held text decoded for reading; null when it is not held. */
export async function findTextContent(db: Queryable, sha256: string): Promise<string | null> {
  return (await listTextContents(db, [sha256])).get(sha256) ?? null
}
