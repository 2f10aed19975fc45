import { formatInstant, relativeTime } from './relative-time.ts'

/** An instant as people say it; the exact UTC instant is on hover and in the markup. `now` comes from the server. */
export function TimeMark({ at, now }: { at: Date; now: Date }) {
  return (
    <time dateTime={at.toISOString()} title={formatInstant(at)} className="whitespace-nowrap">
      {relativeTime(at, now)}
    </time>
  )
}
