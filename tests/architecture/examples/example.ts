import { makeTree, type Rule, type Tree } from '../source-tree.ts'

/** A small tree a rule is tried on: what must pass, and what must not, with the file that offends. */
export interface Example {
  rule: Rule
  good: Tree
  bad: [offender: string, tree: Tree][]
}

/** Tries a rule on source files: `good` together, each of `bad` alone. */
export function inSources(
  rule: Rule,
  good: Record<string, string>,
  bad: [path: string, text: string, more?: Record<string, string>][],
): Example {
  return {
    rule,
    good: makeTree({ sources: good }),
    bad: bad.map(([path, text, more]) => [path, makeTree({ sources: { ...more, [path]: text } })]),
  }
}

const TRIED = 'prisma/schema/tried.prisma'

/** Tries a rule on Prisma models: `good`, and each of `bad`; the offender is the Prisma file unless another is named. */
export function inSchema(
  rule: Rule,
  good: string,
  bad: (string | [text: string, offender: string])[],
  factTables: readonly string[] = [],
): Example {
  const tree = (text: string) => makeTree({ prisma: [{ path: TRIED, text }], factTables })
  return {
    rule,
    good: tree(good),
    bad: bad.map((one) => (typeof one === 'string' ? [TRIED, tree(one)] : [one[1], tree(one[0])])),
  }
}
