import { HashMark } from '#app/_ui/hash-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { ClaimedDate } from '#lib/licences/claimed-date.ts'
import type { ListedText } from '#lib/licences/queries/find-texts.ts'
import { counted } from '../../_components/counted.ts'
import { compareHref, textHref } from '../texts/_components/text-href.ts'

interface TextVersionsProps {
  /** In the order in which they were first seen, the newest first. */
  texts: readonly ListedText[]
  claims: ReadonlyMap<string, ClaimedDate>
  now: Date
}

/** The texts of a licence along the time they were first seen, each with the date it gives itself and the way to compare. */
export function TextVersions({ texts, claims, now }: TextVersionsProps) {
  return (
    <ol className="px-4 py-2">
      {texts.map((text, index) => {
        const older = texts[index + 1]
        const claimed = claims.get(text.sha256)
        return (
          <li key={text.sha256} className="grid gap-x-4 sm:grid-cols-[7rem_minmax(0,1fr)]">
            <div className="pt-2 text-sm text-muted sm:py-2.5 sm:text-end">
              <TimeMark at={text.firstSeen?.at ?? text.recordedAt} now={now} />
            </div>
            <div className="relative border-s ps-5 pt-1 pb-3 sm:pt-2">
              <span aria-hidden className="absolute -start-1 top-3.5 size-2 rounded-full bg-grade sm:top-4.5" />
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <TextLink href={textHref(text.sha256)}>{claimed ? claimed.words : 'A text without a date'}</TextLink>
                <HashMark hash={text.sha256} />
                <span className="text-xs text-muted">{text.identification?.verdict ?? 'not judged yet'}</span>
                {text.identification?.textId && (
                  <span className="text-xs text-muted">{text.identification.textId}</span>
                )}
              </p>
              <p className="text-sm text-muted [overflow-wrap:anywhere]">
                {text.firstSeen ? (
                  <>
                    First seen at{' '}
                    <TextLink href={`/models/${text.firstSeen.model.id}`}>{text.firstSeen.model.name}</TextLink>{' '}
                    {text.firstSeen.path}; {counted(text.sightings, 'place', 'places')} in all
                  </>
                ) : (
                  'Brought by hand; at no model that is watched'
                )}
                {claimed && `. The date is the text’s own word`}
              </p>
              <p className="flex min-h-6 flex-wrap gap-x-4 gap-y-1 text-sm leading-6">
                {older && (
                  <TextLink href={compareHref(older.sha256, text.sha256)}>
                    {`Compare with ${older.sha256.slice(0, 8)} before it`}
                  </TextLink>
                )}
                <TextLink href={`/licences/bindings?text=${text.sha256}`}>Who is bound</TextLink>
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
