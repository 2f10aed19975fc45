import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { LookRow } from '#lib/upstream/queries/looks.ts'
import { reasonText, triggerText } from '#lib/upstream/sentences.en.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { OutcomeMark } from './outcome-mark.tsx'

const FIGURES = [
  ['requests', 'Requests'],
  ['pages', 'Pages'],
  ['listed', 'Listed'],
  ['read', 'Read'],
  ['changes', 'Changes'],
] as const

/** Looks at a source and how each ended. */
export function LooksTable({ looks, now }: { looks: LookRow[]; now: Date }) {
  return (
    <PlainTable
      label="Looks"
      head={[
        { label: 'Began' },
        { label: 'Outcome' },
        { label: 'Why', isWrapping: true },
        ...FIGURES.map(([, label]) => ({ label, align: 'end' as const })),
        { label: 'Took', align: 'end' },
        { label: 'Started' },
      ]}
      rows={looks.map((look) => ({
        key: look.lookId,
        cells: [
          <TimeMark key="at" at={look.startedAt} now={now} />,
          <OutcomeMark key="outcome" look={look} />,
          <Why key="why" look={look} />,
          ...FIGURES.map(([figure]) => look[figure].toLocaleString('en')),
          took(look),
          `${triggerText(look.trigger)}, ${look.startedBy}`,
        ],
      }))}
    />
  )
}

function Why({ look: { reason, message, issueCount, lookId } }: { look: LookRow }) {
  if (reason === null) return message ?? ''
  return (
    <>
      {reasonText(reason)}
      {issueCount > 0 && (
        <>
          {': '}
          <a href={`#look-${lookId}`} className="text-accent underline underline-offset-3">
            {issueCount === 1 ? 'one thing' : `${issueCount.toLocaleString('en')} things`}
          </a>
        </>
      )}
    </>
  )
}

function took({ startedAt, endedAt, outcome }: LookRow): string {
  // An interrupted look was ended by the one after it: when it really stopped is not known.
  if (outcome === 'interrupted') return ''
  const seconds = Math.round((endedAt.getTime() - startedAt.getTime()) / 1000)
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}
