import { everyImport } from '../every-import.ts'
import type { Rule } from '../source-tree.ts'

/** The package fails under plain Node, where worker, command line and tests run. The rule about browser code guards instead. */
export const noServerOnly: Rule = {
  name: 'nothing imports server-only',
  check: (tree) =>
    everyImport(tree, (_file, target) =>
      target === 'server-only' || target === 'client-only'
        ? `imports ${target}, which fails in the worker and the command line: remove the import.`
        : null,
    ),
}
