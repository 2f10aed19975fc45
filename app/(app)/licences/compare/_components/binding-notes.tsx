import { HashMark } from '#app/_ui/hash-mark.tsx'
import { formatInstant } from '#app/_ui/relative-time.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { ModelAt } from '#lib/licences/queries/governing-binding.ts'

const MISSING = {
  nothing_known: 'nothing was known then of what governs it',
  no_text: 'a licence was bound to it, but no text of it is held',
} as const

/** Which binding each side was taken from, or why there is none. */
export function BindingNotes({ sides }: { sides: readonly ModelAt[] }) {
  return (
    <ul className="flex flex-col gap-1 p-4 text-sm">
      {sides.map(({ model, at, binding, missing }, index) => (
        <li key={`${model.id} ${at.toISOString()}`} className="[overflow-wrap:anywhere]">
          <span className="text-muted">{index === 0 ? 'Before' : 'After'}:</span>{' '}
          <TextLink href={`/models/${model.id}`}>{model.name}</TextLink> as of{' '}
          <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
          {binding === null ? (
            <span className="text-review">: {missing === null ? 'no text is bound' : MISSING[missing]}.</span>
          ) : (
            <>
              : the text bound as {binding.basis}, holding since{' '}
              <time dateTime={binding.validFrom.toISOString()}>{formatInstant(binding.validFrom)}</time>, of revision{' '}
              <HashMark hash={binding.revision} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
