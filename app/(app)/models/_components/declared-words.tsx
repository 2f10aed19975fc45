import type { RawDeclaration } from '#lib/upstream/queries/model-revisions.ts'
import { declaredFields } from './licence-words.ts'

/** A declaration as the card and tags give it, untouched. */
export function DeclaredWords({
  declaration,
}: {
  declaration: Omit<RawDeclaration, 'tags'> & { tags: readonly string[] }
}) {
  const fields = declaredFields(declaration)
  if (fields.length === 0) return <span className="text-muted">nothing</span>
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {fields.map((field) => (
        <code key={field} className="font-mono text-[0.92em] [overflow-wrap:anywhere]">
          {field}
        </code>
      ))}
    </span>
  )
}
