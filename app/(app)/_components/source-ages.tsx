import { type Freshness, FreshnessMark } from '#app/_ui/freshness-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { SourceRow } from '#lib/upstream/queries/sources.ts'
import { PlainTable } from './plain-table.tsx'

/** How old what is shown of each source is. */
export function SourceAges({ sources, now }: { sources: SourceRow[]; now: Date }) {
  return (
    <Section
      title="When each source was last looked at"
      padding="flush"
      actions={<TextLink href="/sources">All sources</TextLink>}
    >
      <PlainTable
        label="Sources"
        head={[
          { label: 'Source' },
          { label: 'State' },
          { label: 'Last complete look', align: 'end' },
          { label: 'Repositories', align: 'end' },
          { label: 'Looked at every', align: 'end' },
        ]}
        rows={sources.map((source) => ({
          key: source.id,
          cells: [
            <span key="name">
              <TextLink href={`/sources/${source.id}`}>{source.owner}</TextLink>{' '}
              <span className="text-muted">{source.endpoint.replace(/^https?:\/\//, '')}</span>
            </span>,
            <span key="state" className="inline-flex items-center gap-2">
              <FreshnessMark freshness={freshnessOf(source)} now={now} />
              {source.pausedAt !== null && <span className="text-muted">paused</span>}
            </span>,
            source.lastGood ? (
              <TimeMark key="last" at={source.lastGood.endedAt} now={now} />
            ) : (
              <span key="last" className="text-muted">
                never
              </span>
            ),
            source.repositories.toLocaleString('en'),
            interval(source.intervalSeconds),
          ],
        }))}
      />
    </Section>
  )
}

function freshnessOf({ health, since, lastGood }: SourceRow): Freshness {
  if (health === 'stale' && since) return { state: 'stale', at: since }
  if (health === 'failing' && since) return { state: 'failing', at: since }
  if (health === 'fresh' && lastGood) return { state: 'fresh', at: lastGood.endedAt }
  return { state: 'never' }
}

function interval(seconds: number): string {
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`
  return `${Math.round(seconds / 60)} min`
}
