import { findTextContent, listIdentifications } from '#lib/licences/queries/texts.ts'
import { textPair } from '#lib/reports/text-pair.ts'
import type { TextPair } from '#lib/reports/weekly-report.ts'
import type { ChangeValue } from '#lib/upstream/change.ts'
import { type ChangeRecord, changedFile } from '#lib/upstream/change-record.ts'
import type { AppCtx } from '#lib/wiring.ts'

type Ctx = Pick<AppCtx, 'db' | 'textJudge'>

/** The texts a change speaks of, with what differs between them; empty where it speaks of none that is held. */
export async function loadTexts(ctx: Ctx, { kind, before, after }: ChangeRecord): Promise<TextPair[]> {
  if (kind === 'licence_text_changed') return pairOf(ctx, changedFile(before), changedFile(after))
  if (kind !== 'licence_removed' || !Array.isArray(before)) return []
  const pairs = await Promise.all(before.map((file: ChangeValue) => pairOf(ctx, changedFile(file), null)))
  return pairs.flat()
}

type File = ReturnType<typeof changedFile>

async function pairOf({ db, textJudge }: Ctx, before: File, after: File): Promise<TextPair[]> {
  const [was, is] = [await textOf(db, before), await textOf(db, after)]
  if (was === null && is === null) return []
  const path = (after ?? before)?.path ?? ''
  if (was === null || is === null || was.text === null || is.text === null) return [textPair(path, was, is, null)]
  const compared = await textJudge.compare(was.text, is.text, { beforeId: was.licenceId, afterId: is.licenceId })
  return [textPair(path, was, is, compared.ok ? compared.value : null)]
}

async function textOf(db: Ctx['db'], file: File) {
  if (file === null || file.sha256 === null) return null
  const { sha256 } = file
  const named = (await listIdentifications(db, [sha256])).get(sha256)
  return { sha256, text: await findTextContent(db, sha256), licenceId: named?.licenceId ?? null }
}
