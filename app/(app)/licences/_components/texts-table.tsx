import { HashMark } from '#app/_ui/hash-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { ListedText } from '#lib/licences/queries/find-texts.ts'
import { counted } from '../../_components/counted.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { IdentifiedAs } from '../texts/_components/identified-as.tsx'

/** Licence texts we hold: what each is, where it was first seen, since when. */
export function TextsTable({ texts, now }: { texts: readonly ListedText[]; now: Date }) {
  return (
    <PlainTable
      label="Licence texts"
      head={[
        { label: 'Text' },
        { label: 'Identified as', isWrapping: true },
        { label: 'First seen', isWrapping: true },
        { label: 'Places', align: 'end' },
        { label: 'Held since', align: 'end' },
      ]}
      rows={texts.map((text) => ({
        key: text.sha256,
        cells: [
          <span key="sha" className="inline-flex items-center gap-2">
            <TextLink href={`/licences/texts/${text.sha256}`}>Read</TextLink>
            <HashMark hash={text.sha256} />
          </span>,
          <IdentifiedAs key="is" identification={text.identification} />,
          text.firstSeen ? (
            <span key="first" className="[overflow-wrap:anywhere]">
              <TextLink href={`/models/${text.firstSeen.model.id}`}>{text.firstSeen.model.name}</TextLink>{' '}
              {text.firstSeen.path}
            </span>
          ) : (
            <span key="first" className="text-muted">
              nowhere yet
            </span>
          ),
          counted(text.sightings, 'place', 'places'),
          <TimeMark key="at" at={text.recordedAt} now={now} />,
        ],
      }))}
    />
  )
}
