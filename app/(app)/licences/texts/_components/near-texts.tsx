import { TextLink } from '#app/_ui/text-link.tsx'
import type { Identification } from '#lib/licences/identification.ts'
import type { HeldText, ListedText } from '#lib/licences/queries/find-texts.ts'
import { textTitle } from '#lib/licences/text-title.ts'
import { compareHref } from './text-href.ts'

const SHOWN = 8

/** Other texts to lay beside this one, the likeliest first: the same licence, then the one that comes closest. */
export function NearTexts({ held, texts }: { held: HeldText; texts: readonly ListedText[] }) {
  const near = texts
    .filter((text) => text.sha256 !== held.sha256)
    .map((text) => ({ text, rank: nearness(held.identification, text.identification) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
  return (
    <ul className="flex flex-col gap-1">
      {near.length === 0 && <li className="text-muted">No other text of the same licence, or near to it, is held.</li>}
      {near.slice(0, SHOWN).map(({ text: other }) => (
        <li key={other.sha256} className="min-h-6 [overflow-wrap:anywhere]">
          <TextLink href={compareHref(held.sha256, other.sha256)}>
            {`${textTitle(other.identification)} (${other.sha256.slice(0, 8)})`}
          </TextLink>
          {other.firstSeen && <span className="text-muted"> first seen at {other.firstSeen.model.name}</span>}
        </li>
      ))}
      <li className="min-h-6">
        <TextLink href={`/licences/compare?from=${held.sha256}`}>Any other text</TextLink>
      </li>
    </ul>
  )
}

/** The same licence before what comes from it, and that before what both come close to. */
function nearness(own: Identification | null, other: Identification | null): number {
  const [id, otherId] = [own?.licenceId ?? null, other?.licenceId ?? null]
  if (id !== null && id === otherId) return 3
  const [closest, otherClosest] = [own?.closest?.licenceId ?? null, other?.closest?.licenceId ?? null]
  if ((id !== null && id === otherClosest) || (otherId !== null && otherId === closest)) return 2
  return closest !== null && closest === otherClosest ? 1 : 0
}
