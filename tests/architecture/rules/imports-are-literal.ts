import type { Rule } from '../source-tree.ts'

/** The other rules read imports; one that is computed escapes them. */
export const importsAreLiteral: Rule = {
  name: 'lib and app write out what they import',
  check: (tree) =>
    [...tree.sources.values()]
      .filter((file) => /^(app|lib)\//.test(file.path) && file.imports.some((one) => one.target === null))
      .map((file) => ({
        file: file.path,
        sentence:
          'imports a module whose name it computes: write the name out, so that the rules about imports can see it.',
      })),
}
