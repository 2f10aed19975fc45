import type { Import, SourceFile } from './source-file.ts'
import type { Tree, Violation } from './source-tree.ts'

/** Judges every import whose target is written out; `judge` answers with a sentence, or null where all is well. */
export function everyImport(
  tree: Tree,
  judge: (file: SourceFile, target: string, one: Import) => string | null,
): Violation[] {
  return [...tree.sources.values()].flatMap((file) =>
    file.imports.flatMap((one) => {
      const sentence = one.target === null ? null : judge(file, one.target, one)
      return sentence === null ? [] : [{ file: file.path, sentence }]
    }),
  )
}
