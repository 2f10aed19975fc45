import type { Rule } from '../source-tree.ts'

/** A table nobody can explain is a table nobody can audit. */
export const modelsSayWhatARowIs: Rule = {
  name: 'every model opens with what one row is',
  check: (tree) =>
    tree.models
      .filter((model) => model.says.trim().length < 12)
      .map((model) => ({
        file: model.file,
        sentence: `${model.name} opens without a /// line: say what one row is, who writes it and when it stops being true.`,
      })),
}
