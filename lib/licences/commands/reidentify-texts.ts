import type { Ctx } from '#lib/ctx.ts'
import type { Identification } from '../identification.ts'
import { ENGINE_VERSION, identify } from '../identify.ts'
import { licenceIndex } from '../licence-index.ts'
import { decodeText } from '../licence-text.ts'
import { listIdentifications } from '../queries/texts.ts'
import { identificationRow } from './record-text.ts'

const TEXTS_AT_ONCE = 50

export interface Reidentified {
  judged: number
  /** Texts that are now said to be something else. */
  changed: number
}

/**
 * Judges every held text that the present engine has not judged yet. What an older engine said stays on record beside it;
 * models with a text that is now something else are marked to be judged again. Run again, it finds nothing to do.
 */
export async function reidentifyTexts(ctx: Ctx): Promise<Reidentified> {
  const result: Reidentified = { judged: 0, changed: 0 }
  for (;;) {
    const texts = await ctx.db.licenceText.findMany({
      where: { identifications: { none: { engineVersion: ENGINE_VERSION } } },
      orderBy: [{ recordedAt: 'asc' }, { sha256: 'asc' }],
      take: TEXTS_AT_ONCE,
      include: { blob: { select: { bytes: true } } },
    })
    if (texts.length === 0) return result
    // Loaded late: the references take a second, and mostly there is nothing to judge.
    const index = await licenceIndex()
    const found = new Map<string, Identification>()
    for (const { sha256, blob } of texts) {
      const decoded = decodeText(blob.bytes)
      // A text that no longer reads as one is judged by its hash alone, so that it is not asked for again.
      found.set(sha256, identify({ sha256, text: 'refused' in decoded ? '' : decoded.text }, index))
    }
    result.changed += await save(ctx, found)
    result.judged += texts.length
  }
}

async function save(ctx: Ctx, found: ReadonlyMap<string, Identification>): Promise<number> {
  return ctx.transaction(async (tx) => {
    const now = ctx.clock.now()
    const before = await listIdentifications(tx, [...found.keys()])
    await tx.identification.createMany({
      data: [...found].map(([sha256, identification]) => identificationRow(sha256, identification, now)),
      skipDuplicates: true,
    })
    const changed = [...found]
      .filter(([sha256, now]) => says(before.get(sha256)) !== says(now))
      .map(([sha256]) => sha256)
    const sightings = await tx.textSighting.findMany({
      where: { textSha: { in: changed } },
      select: { revision: { select: { modelId: true } } },
    })
    const models = [...new Set(sightings.map((one) => one.revision.modelId))]
    await tx.touched.createMany({ data: models.map((id) => ({ kind: 'model', id, at: now })) })
    if (models.length > 0) await ctx.enqueue(tx, { queue: 'judge', data: {}, key: 'judge' })
    return changed.length
  })
}

function says(identification: Identification | undefined): string {
  return identification === undefined ? '' : `${identification.verdict} ${identification.licenceId ?? ''}`
}
