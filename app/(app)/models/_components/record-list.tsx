import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { RecordEntry } from './model-record.ts'

/** What happened to the record of a model, newest first. */
export function RecordList({ entries, now }: { entries: RecordEntry[]; now: Date }) {
  return (
    <ol className="flex flex-col">
      {entries.map((entry) => (
        <li key={entry.key} className="grid gap-x-4 border-b py-1.5 last:border-b-0 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <span className="text-sm text-muted">
            <TimeMark at={entry.at} now={now} />
          </span>
          <span className="min-w-0 [overflow-wrap:anywhere]">{entry.says}</span>
        </li>
      ))}
    </ol>
  )
}
