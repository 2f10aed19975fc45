import { TextLink } from '#app/_ui/text-link.tsx'
import { licenceName } from '#lib/licences/licence.ts'
import type { HeldText, ListedText } from '#lib/licences/queries/find-texts.ts'

const SHOWN = 12

/** Other texts to lay beside this one, the likeliest first: the same licence, then the one that comes closest. */
export function CompareLinks({ held, texts }: { held: HeldText; texts: readonly ListedText[] }) {
  const own = held.identification
  const near = (text: ListedText) => {
    const id = text.identification?.licenceId ?? null
    if (id !== null && id === own?.licenceId) return 0
    return id !== null && id === own?.closest?.licenceId ? 1 : 2
  }
  const others = texts.filter((text) => text.sha256 !== held.sha256).toSorted((a, b) => near(a) - near(b))
  if (others.length === 0) return <p className="text-muted">No other text is held.</p>
  return (
    <ul className="flex flex-col gap-1">
      {others.slice(0, SHOWN).map((other) => (
        <li key={other.sha256} className="min-h-6 [overflow-wrap:anywhere]">
          <TextLink href={`/licences/compare?from=${held.sha256}&to=${other.sha256}`}>
            {`${nameOf(other)} (${other.sha256.slice(0, 8)})`}
          </TextLink>
          {other.firstSeen && <span className="text-muted"> first seen at {other.firstSeen.model.name}</span>}
        </li>
      ))}
      {others.length > SHOWN && (
        <li className="min-h-6">
          <TextLink href={`/licences/compare?from=${held.sha256}`}>
            {`Any of ${(others.length - SHOWN).toLocaleString('en')} more`}
          </TextLink>
        </li>
      )}
    </ul>
  )
}

function nameOf({ identification }: ListedText): string {
  const id = identification?.licenceId ?? null
  return id === null ? 'Not recognised' : licenceName(id)
}
