import { AppLink } from '#app/_ui/app-link.tsx'
import { ChangeKindMark } from '#app/_ui/change-kind-mark.tsx'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { ThisWeek } from '#lib/reports/queries/this-week.ts'
import { ChangeValueMark } from './change-value-mark.tsx'
import { counted } from './counted.ts'
import { readGrade } from './read-grade.ts'

const SHOWN = 8

/** What moved upstream since Monday; when nothing did, on what grounds that is said. */
export function WeekChanges({ thisWeek, now }: { thisWeek: ThisWeek; now: Date }) {
  const { changes, week, suspected } = thisWeek
  return (
    <Section
      title="What changed this week"
      sentence={`${week}, since Monday 00:00 UTC`}
      padding="flush"
      actions={<TextLink href={`/reports/${week}`}>Draft report</TextLink>}
    >
      {changes.length === 0 ? (
        <p className="px-4 pt-4 pb-3 font-medium">{nothing(thisWeek)}</p>
      ) : (
        <ul>
          {changes.slice(0, SHOWN).map((change) => (
            <li
              key={change.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 last:border-b-0"
            >
              <AppLink
                href={`/changes/${change.id}`}
                className="rounded-sm underline decoration-edge/60 underline-offset-3 hover:decoration-ink"
              >
                <ChangeKindMark kind={change.kind} />
              </AppLink>
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <TextLink href={`/models/${change.model.id}`}>{change.model.name}</TextLink>
              </span>
              <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm">
                <ChangeValueMark value={change.before} />
                <span aria-hidden>→</span>
                <span className="sr-only">became</span>
                <ChangeValueMark value={change.after} />
              </span>
              <span className="ms-auto flex items-center gap-2 text-sm text-muted">
                <GradeMark
                  grade={readGrade(change.grade)}
                  who="This installation"
                  at={new Date(change.observedAt)}
                  now={now}
                />
                <TimeMark at={new Date(change.confirmedAt)} now={now} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p
        className={`flex flex-wrap gap-x-4 gap-y-1 px-4 pb-3 text-sm text-muted ${changes.length > 0 ? 'border-t pt-2' : ''}`}
      >
        {changes.length > SHOWN && (
          <TextLink href={`/reports/${week}`}>{`All ${changes.length} changes of this week`}</TextLink>
        )}
        {suspected > 0 && (
          <TextLink href="/changes?status=suspected">
            {`${counted(suspected, 'change waits', 'changes wait')} for a second look`}
          </TextLink>
        )}
        <span>
          <Watched thisWeek={thisWeek} now={now} />
        </span>
      </p>
    </Section>
  )
}

function nothing({ isEverLookedAt, hasGaps }: ThisWeek): string {
  if (!isEverLookedAt) return 'Nothing was looked at yet, so nothing can be said about changes.'
  return hasGaps ? 'No change was seen, but not every source was read all week.' : 'No change this week.'
}

function Watched({ thisWeek: { looks, sources }, now }: { thisWeek: ThisWeek; now: Date }) {
  if (looks.lastCompleteAt === null) return `${counted(sources, 'source', 'sources')}, no complete look so far.`
  const failed = looks.other === 0 ? '' : `, ${counted(looks.other, 'look', 'looks')} not complete`
  return (
    <>
      {counted(looks.complete, 'complete look', 'complete looks')} at {counted(sources, 'source', 'sources')}
      {failed}; {counted(looks.repositories, 'repository', 'repositories')} known, last looked at{' '}
      <TimeMark at={looks.lastCompleteAt} now={now} />.
    </>
  )
}
