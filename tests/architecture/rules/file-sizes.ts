import type { Rule } from '../source-tree.ts'

const CEILING = 300

/** One idea per file; past this size there are two. */
export const fileSizes: Rule = {
  name: `no file is longer than ${CEILING} lines`,
  check: (tree) =>
    [...tree.sources.values()].flatMap((file) => {
      const lines = file.text.replace(/\n$/, '').split('\n').length
      return lines > CEILING
        ? [{ file: file.path, sentence: `has ${lines} lines: split it where the second idea begins.` }]
        : []
    }),
}
