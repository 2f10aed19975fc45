import { FreshnessMark } from '#app/_ui/freshness-mark.tsx'
import { KeyValue, type KeyValueItem } from '#app/_ui/key-value.tsx'
import { Provenance } from '#app/_ui/provenance.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { ModelStanding } from '#lib/upstream/model-standing.ts'
import { stateText } from '../../_components/model-list-row.ts'

/** How the model stands at its hub, since when, and how current that is. */
export function UpstreamNow({ standing, now }: { standing: ModelStanding; now: Date }) {
  return (
    <Section title="At the hub">
      <KeyValue items={itemsOf(standing, now)} />
    </Section>
  )
}

function itemsOf(standing: ModelStanding, now: Date): KeyValueItem[] {
  switch (standing.kind) {
    case 'seen':
      return [
        {
          term: 'State',
          value: (
            <>
              {stateText(standing.state)}, since <TimeMark at={standing.since} now={now} />
            </>
          ),
          provenance: <Provenance asOf={standing.lastSeenAt} from={standing.source} href={standing.source} />,
        },
        { term: 'How current', value: <FreshnessMark freshness={standing.freshness} now={now} href="/sources" /> },
      ]
    case 'not-listed':
      return [
        {
          term: 'State',
          value: 'Not listed: the whole list of its owner was read, and this model was not in it.',
          provenance: <Provenance asOf={standing.at} from={standing.source} href={standing.source} />,
        },
        { term: 'How current', value: <FreshnessMark freshness={standing.freshness} now={now} href="/sources" /> },
      ]
    case 'never-looked':
      return [
        { term: 'State', value: 'Unknown: no source that is watched holds it, or none was looked at yet.' },
        { term: 'How current', value: <FreshnessMark freshness={{ state: 'never' }} now={now} href="/sources" /> },
      ]
    case 'nowhere':
      return [{ term: 'State', value: 'There are no weights at a hub to look at.' }]
  }
}
