import type { Rule } from '../source-tree.ts'

/** Relations that take rows with them when their parent goes, as `Model.field`, and why. Evidence never does. */
export const CASCADES: Readonly<Record<string, string>> = {}

/** What happens to evidence when something is deleted is never left to a default. */
export const relationsSayOnDelete: Rule = {
  name: 'every relation says what a deletion does, and none cascades unlisted',
  check: (tree) =>
    tree.models.flatMap((model) =>
      model.fields.flatMap((field) => {
        if (!/@relation\(.*fields:/.test(field.attributes)) return []
        const name = `${model.name}.${field.name}`
        const action = /onDelete:\s*(\w+)/.exec(field.attributes)?.[1]
        if (action === undefined) return [{ file: model.file, sentence: `${name} has no onDelete: write Restrict.` }]
        if (action === 'Restrict' || CASCADES[name] !== undefined) return []
        return [
          {
            file: model.file,
            sentence: `${name} says onDelete: ${action}: evidence is Restrict; a reason for anything else stands in CASCADES.`,
          },
        ]
      }),
    ),
}
