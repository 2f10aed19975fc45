import type { Rule } from '../source-tree.ts'

const FOREIGN = /^lib\/adapters\/|\/data\/|^tests\/support\/hub-double\//

/** One spelling, so that a search finds everything; foreign formats keep theirs inside their adapter. */
export const licenceSpelling: Rule = {
  name: 'files and exports spell licence with a c',
  check: (tree) =>
    [...tree.sources.values()].flatMap((file) => {
      if (FOREIGN.test(file.path)) return []
      const names = [file.path, ...file.exportedNames].filter((name) => /license/i.test(name))
      return names.map((name) => ({
        file: file.path,
        sentence: `${name} spells licence with an s: only adapters speak a foreign format's spelling.`,
      }))
    }),
}
