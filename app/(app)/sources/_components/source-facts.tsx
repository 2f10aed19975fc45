import type { KeyValueItem } from '#app/_ui/key-value.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { SourceRow } from '#lib/upstream/queries/sources.ts'
import { OutcomeMark } from './outcome-mark.tsx'
import { spanOfTime, waitingTime } from './span-of-time.ts'

const NEVER = <span className="text-muted">never</span>

/** How current a source is, and what was seen of it. */
export function sourceFacts(source: SourceRow, now: Date): KeyValueItem[] {
  const { lastLook, lastGood, nextLookAt, baselineLookId, repositories, owner } = source
  return [
    {
      term: 'Last look',
      value: lastLook ? (
        <span className="inline-flex flex-wrap items-center gap-x-3">
          <TimeMark at={lastLook.endedAt} now={now} />
          <OutcomeMark look={lastLook} />
        </span>
      ) : (
        NEVER
      ),
    },
    { term: 'Last complete look', value: lastGood ? <TimeMark at={lastGood.endedAt} now={now} /> : NEVER },
    { term: 'Next look', value: <NextLook at={nextLookAt} now={now} /> },
    { term: 'Cost of the last look', value: lastLook ? `${lastLook.requests.toLocaleString('en')} requests` : '—' },
    {
      term: 'Repositories',
      value: (
        <>
          {repositories.toLocaleString('en')} known ·{' '}
          <TextLink href={`/changes?publisher=${encodeURIComponent(owner)}`}>their changes</TextLink>
        </>
      ),
    },
    {
      term: 'Baseline',
      value:
        baselineLookId === null ? (
          <span className="text-muted">not taken yet</span>
        ) : (
          'taken: what differs since is a change'
        ),
    },
  ]
}

/** How a source is watched, for those who may not change it. */
export function sourceSettings({ intervalSeconds, confirmAfterSeconds, pausedAt }: SourceRow): KeyValueItem[] {
  return [
    { term: 'Looked at every', value: spanOfTime(intervalSeconds) },
    { term: 'Doubtful changes wait', value: waitingTime(confirmAfterSeconds) },
    { term: 'Paused', value: pausedAt === null ? 'no' : 'yes' },
  ]
}

/** When a source is looked at next. */
export function NextLook({ at, now }: { at: Date | null; now: Date }) {
  if (at === null) return <span className="text-muted">paused</span>
  return at <= now ? 'due now' : <TimeMark at={at} now={now} />
}
