import { ChangeKindMark } from '#app/_ui/change-kind-mark.tsx'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { ChangeRecord } from '#lib/upstream/change-record.ts'
import { changeSentence } from '#lib/upstream/sentences.en.ts'
import { StatusMark } from './status-mark.tsx'

/** The feed: one sentence for each change, with how firmly it is known. */
export function ChangeList({ changes, now }: { changes: readonly ChangeRecord[]; now: Date }) {
  return (
    <ul className="rounded border bg-surface">
      {changes.map((change) => {
        const { id, kind, grade, status, model, observedAt, evidence } = change
        return (
          <li key={id} className="flex flex-col gap-1 border-b px-4 py-3 last:border-b-0">
            <p className="min-w-0 [overflow-wrap:anywhere]">
              <TextLink href={`/changes/${id}`}>{changeSentence({ ...change, model: model.name })}</TextLink>
            </p>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
              <ChangeKindMark kind={kind} />
              <StatusMark status={status} />
              <span className="inline-flex min-h-6 min-w-0 items-center [overflow-wrap:anywhere]">
                <TextLink href={`/models/${model.id}`}>{model.name}</TextLink>
              </span>
              <span className="inline-flex min-h-6 items-center gap-2 text-muted sm:ms-auto">
                <GradeMark
                  grade={grade}
                  who="This installation"
                  at={observedAt}
                  now={now}
                  href={(evidence.after ?? evidence.before)?.url}
                />
                <TimeMark at={observedAt} now={now} />
              </span>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
