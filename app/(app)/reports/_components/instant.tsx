import { formatInstant } from '#app/_ui/relative-time.ts'

/** An exact instant: a report is read long after the fact, so nothing in it is "2 h ago". */
export function Instant({ at }: { at: string }) {
  return (
    <time dateTime={at} className="whitespace-nowrap print:whitespace-normal">
      {formatInstant(new Date(at))}
    </time>
  )
}
