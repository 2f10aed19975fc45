import type { Rule } from '../source-tree.ts'

const IN_CODE: [RegExp, string][] = [
  [/\bas\s+any\b|<any>/, 'casts to any'],
  [/\b(test|it|describe|suite)(\.\w+)*\.only\b/, 'runs only some of its tests'],
]
const IN_COMMENTS: [RegExp, string][] = [
  [/@ts-(ignore|expect-error|nocheck)\b/, 'silences the compiler'],
  [/\b(biome|eslint|oxlint)-(ignore|disable)/, 'silences the linter'],
  [/\b(TODO|FIXME|XXX)\b/, 'leaves work for later'],
]

/** A check that is switched off in one place is off. */
export const noSilencing: Rule = {
  name: 'nothing silences the compiler, the linter or other tests',
  check: (tree) =>
    [...tree.sources.values()].flatMap((file) => {
      const inCode = IN_CODE.filter(([pattern]) => pattern.test(file.code))
      const inComments = IN_COMMENTS.filter(([pattern]) => file.comments.some((comment) => pattern.test(comment)))
      return [...inCode, ...inComments].map(([, does]) => ({
        file: file.path,
        sentence: `${does}: change the code until the check agrees.`,
      }))
    }),
}
