import { HashMark } from '#app/_ui/hash-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { HeldText } from '#lib/licences/queries/find-texts.ts'
import { counted } from '../../../_components/counted.ts'
import { PlainTable } from '../../../_components/plain-table.tsx'

/** The paths of revisions at which a text stood. */
export function SightingsSection({ held, now }: { held: HeldText; now: Date }) {
  return (
    <Section
      title="Where it was seen"
      sentence={
        held.sightingCount > held.sightings.length
          ? `The newest ${held.sightings.length} of ${counted(held.sightingCount, 'place', 'places')}.`
          : undefined
      }
      padding="flush"
    >
      {held.sightings.length === 0 ? (
        <p className="px-4 py-3 text-muted">At no model that is watched.</p>
      ) : (
        <PlainTable
          label="Where it was seen"
          head={[{ label: 'Model' }, { label: 'Revision' }, { label: 'Path' }, { label: 'Seen', align: 'end' }]}
          rows={held.sightings.map((sighting) => ({
            key: `${sighting.revision} ${sighting.path} ${sighting.model.id}`,
            cells: [
              <span key="model" className="[overflow-wrap:anywhere]">
                <TextLink href={`/models/${sighting.model.id}`}>{sighting.model.name}</TextLink>
              </span>,
              <HashMark key="revision" hash={sighting.revision} />,
              sighting.path,
              <TimeMark key="at" at={sighting.at} now={now} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}
