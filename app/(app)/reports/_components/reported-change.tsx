import type { ReactNode } from 'react'
import { ChangeKindMark } from '#app/_ui/change-kind-mark.tsx'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { ChangeEntry } from '#lib/reports/weekly-report.ts'
import { ChangeValueMark } from '../../_components/change-value-mark.tsx'
import { readGrade } from '../../_components/read-grade.ts'
import { Instant } from './instant.tsx'

interface ReportedChangeProps {
  change: ChangeEntry
  now: Date
  /** What the change comes to, where its two values do not say it. */
  children?: ReactNode
}

/** One change: what, of which model, from what to what, seen when and where. */
export function ReportedChange({ change, now, children }: ReportedChangeProps) {
  const seen = change.evidence.after ?? change.evidence.before
  return (
    <li className="flex flex-col gap-1 border-b py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="flex flex-wrap items-center gap-x-4 font-medium">
          <ChangeKindMark kind={change.kind} />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <TextLink href={`/models/${change.model.id}`}>{change.model.name}</TextLink>
          </span>
        </h3>
        <GradeMark
          grade={readGrade(change.grade)}
          who="This installation"
          at={new Date(change.observedAt)}
          now={now}
          href={seen?.url}
        />
      </div>
      {children ?? (
        <p className="flex flex-wrap items-center gap-x-2">
          <ChangeValueMark value={change.before} />
          <span aria-hidden>→</span>
          <span className="sr-only">became</span>
          <ChangeValueMark value={change.after} />
        </p>
      )}
      <p className="text-sm text-muted">
        Observed <Instant at={change.observedAt} />, confirmed <Instant at={change.confirmedAt} />
        {seen && (
          <>
            {', at '}
            <span className="[overflow-wrap:anywhere]">
              <TextLink href={seen.url}>{seen.url.replace(/\?.*$/, '')}</TextLink>
            </span>
          </>
        )}
        {'. '}
        <TextLink href={`/changes/${change.id}`}>Evidence</TextLink>
      </p>
    </li>
  )
}
