import { z } from 'zod'
import type { Queryable } from '#lib/db/client.ts'
import { decodeText } from '#lib/licences/licence-text.ts'
import { listIdentifications } from '#lib/licences/queries/texts.ts'
import type { ChangeValue } from '#lib/upstream/change.ts'
import { readState } from '#lib/upstream/queries/state-shape.ts'
import type { ReportChange, ReportText, Seen } from '../report-input.ts'

interface Week {
  from: Date
  to: Date
}

const detailShape = z.object({ before: z.json(), after: z.json(), part: z.string() })
const fileShape = z.object({ path: z.string(), sha256: z.string().nullable() })

/** The changes that became confirmed within a week and were not cleared since, with the evidence on both sides. */
export async function listWeekChanges(db: Queryable, { from, to }: Week): Promise<ReportChange[]> {
  const confirmations = await db.changeStatus.findMany({
    where: {
      status: 'confirmed',
      at: { gte: from, lt: to },
      change: { statuses: { none: { status: 'cleared' } } },
    },
    include: { change: { include: { before: true, after: true, model: { include: { current: true } } } } },
    orderBy: [{ at: 'asc' }, { changeId: 'asc' }],
  })
  return confirmations.map(({ at, change }) => {
    const { before, after, part } = detailShape.parse(change.detail)
    return {
      id: change.id,
      kind: change.kind,
      model: { id: change.modelId, name: nameThen(change) ?? change.model.current?.name ?? change.modelId },
      grade: change.grade,
      before,
      after,
      texts: textsOf(change.kind, before, after, part),
      observedAt: change.observedAt.toISOString(),
      confirmedAt: at.toISOString(),
      evidence: { before: seen(change.before), after: seen(change.after) },
    }
  })
}

/** The texts that changes quote, each once, as they can be read. */
export async function listQuotedTexts(db: Queryable, changes: readonly ReportChange[]): Promise<ReportText[]> {
  const quoted = changes.flatMap(({ texts }) => [texts?.beforeSha256, texts?.afterSha256])
  const shas = [...new Set(quoted.filter((sha) => typeof sha === 'string'))].sort()
  const blobs = await db.blob.findMany({ where: { sha256: { in: shas } }, select: { sha256: true, bytes: true } })
  const identifications = await listIdentifications(db, shas)
  const bytes = new Map(blobs.map((blob) => [blob.sha256, blob.bytes]))
  return shas.map((sha256) => {
    const held = bytes.get(sha256)
    const decoded = held === undefined ? null : decodeText(held)
    return {
      sha256,
      text: decoded !== null && 'text' in decoded ? decoded.text : null,
      licenceId: identifications.get(sha256)?.licenceId ?? null,
    }
  })
}

interface Observed {
  at: Date
  url: string
  bodySha: string | null
  state: unknown
}

/** What the model was called when the change was seen: a later rename does not reach back. */
function nameThen(change: { before: Observed | null; after: Observed | null }): string | null {
  const observed = change.after ?? change.before
  return observed === null ? null : readState(observed.state).name
}

function seen(observation: Observed | null): Seen | null {
  if (observation === null) return null
  return { at: observation.at.toISOString(), url: observation.url, bodySha256: observation.bodySha }
}

function textsOf(
  kind: ReportChange['kind'],
  before: ChangeValue,
  after: ChangeValue,
  part: string,
): ReportChange['texts'] {
  if (kind !== 'licence_text_changed' && kind !== 'licence_removed') return null
  const [was, is] = [onlyFile(before), onlyFile(after)]
  if (was === null && is === null) return null
  return {
    path: is?.path ?? was?.path ?? part,
    beforeSha256: was?.sha256 ?? null,
    afterSha256: is?.sha256 ?? null,
  }
}

/** A removal names every text that went; only where it was one is there a pair to show. */
function onlyFile(value: ChangeValue): z.infer<typeof fileShape> | null {
  const file = Array.isArray(value) && value.length === 1 ? value[0] : value
  return fileShape.safeParse(file).data ?? null
}
