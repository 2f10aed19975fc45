import type { ReactNode } from 'react'
import { DayMark } from './day-mark.tsx'
import { type Grade, GradeMark } from './grade-mark.tsx'
import { TextLink } from './text-link.tsx'
import { words } from './words.ts'

export interface TimelineEntry {
  id: string
  /** The day it happened or was said; null where nobody dates it. */
  on: Date | null
  /** `month` where nobody names the day. */
  precision?: 'day' | 'month' | undefined
  title: string
  sentence?: ReactNode
  grade: Grade
  who: string
  href?: string | undefined
  /** Statements that say otherwise; they stand beside this one, not below it. */
  contradictedBy?: TimelineEntry[] | undefined
}

/** A dated record, newest as given, every entry with its grade. Contradictions lie side by side, neither is dropped. */
export function Timeline({ entries, now }: { entries: TimelineEntry[]; now: Date }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.id} id={entry.id} className="grid gap-x-4 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
          <div className="pt-2 text-sm text-muted sm:py-2.5 sm:text-end">
            {entry.on ? <DayMark on={entry.on} precision={entry.precision} /> : words.timeline.undated}
          </div>
          <div className="relative border-s ps-5 pt-1 pb-3 sm:pt-2">
            <span aria-hidden className="absolute -start-1 top-3.5 size-2 rounded-full bg-grade sm:top-4.5" />
            <div className="flex flex-wrap gap-x-6 gap-y-3">
              <Statement entry={entry} now={now} />
              {entry.contradictedBy?.map((other) => (
                <div key={other.id} className="min-w-0 flex-1 basis-72 border-s-2 border-review ps-4">
                  <p className="text-xs font-medium text-review">{words.timeline.contradicts}</p>
                  <Statement entry={other} now={now} hasDay />
                </div>
              ))}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}

function Statement({ entry, now, hasDay = false }: { entry: TimelineEntry; now: Date; hasDay?: boolean }) {
  return (
    <div className="min-w-0 flex-1 basis-72">
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{entry.title}</span>
        <GradeMark
          grade={entry.grade}
          who={entry.who}
          at={entry.precision === 'month' ? undefined : (entry.on ?? undefined)}
          now={now}
          href={entry.href}
        />
      </div>
      {entry.sentence && <div className="max-w-[75ch] text-muted">{entry.sentence}</div>}
      <p className="text-sm text-muted">
        {hasDay && entry.on && (
          <>
            <DayMark on={entry.on} precision={entry.precision} />
            {', '}
          </>
        )}
        {entry.who}
        {entry.href && (
          <>
            {' · '}
            <span className="inline-flex min-h-6 items-center">
              <TextLink href={entry.href}>{words.timeline.source}</TextLink>
            </span>
          </>
        )}
      </p>
    </div>
  )
}
