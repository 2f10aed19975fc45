import { findTextContent, listIdentifications } from '#lib/licences/queries/texts.ts'
import { textPair } from '#lib/reports/text-pair.ts'
import type { TextPair } from '#lib/reports/weekly-report.ts'
import type { ChangeValue } from '#lib/upstream/change.ts'
import { type ChangeRecord, changedFile } from '#lib/upstream/change-record.ts'
import type { AppCtx } from '#lib/wiring.ts'

type Db = AppCtx['db']

/** The texts a change speaks of, with what differs between them; empty where it speaks of none that is held. */
export async function loadTexts(db: Db, { kind, before, after }: ChangeRecord): Promise<TextPair[]> {
  if (kind === 'licence_text_changed') return pairOf(db, changedFile(before), changedFile(after))
  if (kind !== 'licence_removed' || !Array.isArray(before)) return []
  const pairs = await Promise.all(before.map((file: ChangeValue) => pairOf(db, changedFile(file), null)))
  return pairs.flat()
}

type File = ReturnType<typeof changedFile>

async function pairOf(db: Db, before: File, after: File): Promise<TextPair[]> {
  const [was, is] = [await textOf(db, before), await textOf(db, after)]
  if (was === null && is === null) return []
  return [textPair((after ?? before)?.path ?? '', was, is)]
}

async function textOf(db: Db, file: File) {
  if (file === null || file.sha256 === null) return null
  const { sha256 } = file
  const named = (await listIdentifications(db, [sha256])).get(sha256)
  return { sha256, text: await findTextContent(db, sha256), licenceId: named?.licenceId ?? null }
}
