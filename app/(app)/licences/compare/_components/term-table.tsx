import type { ReactNode } from 'react'
import { COMPARISON_WORDS as SAY, termKindText, termPlaceText } from '#lib/licences/comparison-sentences.en.ts'
import type { TermDifference } from '#lib/licences/term-differences.ts'
import type { ReadTerm } from '#lib/licences/term-questions.ts'
import { VisibleText } from '../../_components/visible-text.tsx'

interface TermTableProps {
  terms: readonly TermDifference[]
  /** The anchor of the clause a term rests on, per side; null where the text is silent or the place was not found. */
  clauseOf(side: 'before' | 'after', term: ReadTerm): number | null
}

/** The terms two texts answer differently, in the order that matters: before, after, the words each rests on. */
export function TermTable({ terms, clauseOf }: TermTableProps) {
  return (
    <ul>
      {terms.map((term) => (
        <li key={term.key} className="grid gap-x-8 gap-y-2 border-b px-4 py-3 last:border-b-0 lg:grid-cols-2">
          <h3 className="font-medium lg:col-span-2">
            {term.question}
            {term.kind === 'unread' && <span className="font-normal text-review"> · {termKindText(term.kind)}</span>}
          </h3>
          <TermSide label="Before" term={term.before} clause={clauseOf('before', term.before)} />
          <TermSide label="After" term={term.after} clause={clauseOf('after', term.after)} />
        </li>
      ))}
    </ul>
  )
}

function TermSide({ label, term, clause }: { label: string; term: ReadTerm; clause: number | null }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <p className="text-xs text-muted">{label}</p>
      <p className={`first-letter:uppercase ${term.value === null ? 'text-muted' : ''}`}>{term.value ?? SAY.unread}</p>
      {term.value !== null && (
        <p
          className={`min-h-6 text-sm first-letter:uppercase ${term.confidence === 'high' ? 'text-muted' : 'text-review'}`}
        >
          {clause === null ? termPlaceText(term) : <ClauseLink to={clause}>{termPlaceText(term)}</ClauseLink>}
        </p>
      )}
      {term.evidence && (
        <q className="max-w-[75ch] font-serif text-reading leading-6 text-muted [overflow-wrap:anywhere]">
          <VisibleText text={term.evidence} />
        </q>
      )}
    </div>
  )
}

/** The browser's own way to a fragment: it opens the fold a clause lies in. */
function ClauseLink({ to, children }: { to: number; children: ReactNode }) {
  return (
    <a
      href={`#c${to}`}
      className="inline-block rounded-sm text-accent underline decoration-accent/35 underline-offset-3 first-letter:uppercase hover:decoration-accent"
    >
      {children}
    </a>
  )
}
