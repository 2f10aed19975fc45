import { formatDay } from './relative-time.ts'

/** A calendar day; the only way a day is written anywhere. */
export function DayMark({ on }: { on: Date }) {
  return (
    <time dateTime={on.toISOString().slice(0, 10)} className="whitespace-nowrap">
      {formatDay(on)}
    </time>
  )
}
