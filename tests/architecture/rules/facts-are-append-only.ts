import type { Rule } from '../source-tree.ts'

/** The list that guards facts and the words that promise them say the same. */
export const factsAreAppendOnly: Rule = {
  name: 'the append-only tables are exactly the models that say they hold facts or judgements',
  check: (tree) => {
    const promised = new Map(
      tree.models.filter((model) => /^A (fact|judgement)\b/.test(model.says)).map((model) => [model.table, model.file]),
    )
    const unguarded = [...promised].filter(([table]) => !tree.factTables.includes(table))
    const unpromised = tree.factTables.filter((table) => !promised.has(table))
    return [
      ...unguarded.map(([table, file]) => ({
        file,
        sentence: `${table} says it holds facts, yet FACT_TABLES in lib/db/append-only.ts does not guard it.`,
      })),
      ...unpromised.map((table) => ({
        file: 'lib/db/append-only.ts',
        sentence: `${table} is guarded, yet no model mapped to it opens with "A fact" or "A judgement".`,
      })),
    ]
  },
}
