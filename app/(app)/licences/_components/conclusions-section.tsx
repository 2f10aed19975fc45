import type { ReactNode } from 'react'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { licenceName } from '#lib/licences/licence.ts'
import type { ConcludedComparison, Conclusions } from '#lib/licences/queries/conclusions.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { compareHref, textHref } from '../texts/_components/text-href.ts'

const OUTCOMES: Record<ConcludedComparison['outcome'], string> = {
  no_change_in_terms: 'no change in terms',
  narrowed: 'narrowed',
  widened: 'widened',
  mixed: 'narrowed in some terms, widened in others',
}

interface Row {
  key: string
  at: Date
  what: ReactNode
  reason: string | null
  who: string | null
}

/** What people concluded, with their reasons: from one text to another, of what a text says, of what a revision stands under. */
export function ConclusionsSection({ conclusions, now }: { conclusions: Conclusions; now: Date }) {
  const rows = rowsOf(conclusions)
  return (
    <Section
      title="Conclusions"
      sentence="What people concluded, each with its reason. The machine’s findings stay beside them."
      padding="flush"
    >
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-muted">Nobody has concluded anything yet.</p>
      ) : (
        <PlainTable
          label="Conclusions"
          head={[
            { label: 'Concluded', isWrapping: true },
            { label: 'Reason', isWrapping: true },
            { label: 'By' },
            { label: 'When', align: 'end' },
          ]}
          rows={rows.map(({ key, at, what, reason, who }) => ({
            key,
            cells: [<span key="what">{what}</span>, reason ?? '', who ?? '', <TimeMark key="at" at={at} now={now} />],
          }))}
        />
      )}
    </Section>
  )
}

function rowsOf({ comparisons, readings, bindings }: Conclusions): Row[] {
  const rows: Row[] = [
    ...comparisons.map((one) => ({
      key: one.id,
      at: one.at,
      what: (
        <>
          From <TextLink href={textHref(one.fromSha)}>{one.fromSha.slice(0, 8)}</TextLink> to{' '}
          <TextLink href={textHref(one.toSha)}>{one.toSha.slice(0, 8)}</TextLink>: {OUTCOMES[one.outcome]} (
          <TextLink href={compareHref(one.fromSha, one.toSha)}>compare</TextLink>)
        </>
      ),
      reason: one.reason,
      who: one.personName,
    })),
    ...readings.map((one) => ({
      key: one.id,
      at: one.at,
      what: (
        <>
          <TextLink href={`${textHref(one.textSha)}/terms`}>What {one.textSha.slice(0, 8)} says</TextLink> on{' '}
          {one.terms.map((term) => term.replaceAll('_', ' ')).join(', ')}
          {one.isWaiting && <span className="text-review">: waits for a second person and does not count yet</span>}
        </>
      ),
      reason: one.reason,
      who: one.personName,
    })),
    ...bindings.map((one) => ({
      key: one.id,
      at: one.at,
      what: (
        <>
          <TextLink href={`/models/${one.model.id}`}>{one.model.name}</TextLink> at {one.revision.slice(0, 8)} stands
          under {one.licenceId === null ? 'no licence that is named' : licenceName(one.licenceId)}
        </>
      ),
      reason: one.reason,
      who: one.personName,
    })),
  ]
  return rows.toSorted((a, b) => b.at.getTime() - a.at.getTime())
}
