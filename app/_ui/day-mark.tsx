import { formatDay, formatMonth } from './relative-time.ts'

/** A calendar day, or its month where no day is known; the only way either is written anywhere. */
export function DayMark({ on, precision = 'day' }: { on: Date; precision?: 'day' | 'month' | undefined }) {
  const isMonth = precision === 'month'
  return (
    <time dateTime={on.toISOString().slice(0, isMonth ? 7 : 10)} className="whitespace-nowrap">
      {isMonth ? formatMonth(on) : formatDay(on)}
    </time>
  )
}
