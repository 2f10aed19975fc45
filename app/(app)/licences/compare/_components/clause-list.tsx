import { placed } from '#app/_ui/placed.ts'
import type { ComparisonRow, ComparisonRows, PlacedClause } from '#lib/licences/comparison-rows.ts'
import { COMPARISON_WORDS as SAY, unchangedText } from '#lib/licences/comparison-sentences.en.ts'
import { ChangeKeys } from './change-keys.tsx'
import { ClauseRow } from './clause-row.tsx'
import { VisiblePieces } from './visible-pieces.tsx'

interface ClauseListProps {
  rows: ComparisonRows
  /** Names of the two sides over the columns. */
  before: string
  after: string
}

/** The clauses of both texts in the order of the later one: what differs shown, what is the same folded. */
export function ClauseList({ rows: { rows, differing, notShown }, before, after }: ClauseListProps) {
  return (
    <>
      <div className="sticky top-12 z-10 rounded-t border-b bg-surface print:static">
        {differing > 0 && <ChangeKeys count={differing - notShown} />}
        <div className="hidden gap-x-8 px-4 py-1.5 text-xs text-muted lg:grid lg:grid-cols-2 print:grid">
          <p className="truncate">
            {SAY.before}: {before}
          </p>
          <p className="truncate">
            {SAY.after}: {after}
          </p>
        </div>
      </div>
      <div className="font-serif text-reading [overflow-wrap:anywhere]">
        {placed(rows).map(({ place, item }) => (
          <Row key={place} row={item} />
        ))}
      </div>
      {notShown > 0 && (
        <p className="border-t px-4 py-3 text-review">
          {notShown.toLocaleString('en')} more clauses differ than one page shows. The HTML file and the patch hold all
          of them.
        </p>
      )}
    </>
  )
}

function Row({ row }: { row: ComparisonRow }) {
  if (row.kind === 'clause') return <ClauseRow at={row.at} clause={row.clause} />
  if (row.kind === 'folded') return <Folded clauses={row.clauses} />
  return (
    <p
      id={`m${row.to}`}
      className="scroll-mt-28 border-b bg-canvas px-4 py-2 font-sans text-sm text-muted last:border-b-0"
    >
      <span aria-hidden className="me-1.5 inline-block w-3 font-mono text-xs">
        ⇅
      </span>
      A clause stood here and{' '}
      <a href={`#c${row.to}`} className="rounded-sm text-accent underline decoration-accent/35 underline-offset-3">
        moved
      </a>
      : “{opening((row.clause.before ?? []).map((piece) => piece.text).join(''))}”
    </p>
  )
}

function Folded({ clauses }: { clauses: readonly PlacedClause[] }) {
  return (
    <details className="group border-b last:border-b-0 print:[&::details-content]:[content-visibility:visible]">
      <summary className="flex min-h-9 items-center gap-2 bg-canvas px-4 font-sans text-sm text-muted hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:min-h-11">
        <span aria-hidden className="inline-block w-3 font-mono text-xs transition-transform group-open:rotate-90">
          ›
        </span>
        {unchangedText(clauses.length)}
      </summary>
      {clauses.map(({ at, clause }) => (
        // Alone it may be the whole text, whose paragraphs are its own.
        <p
          key={at}
          id={`c${at}`}
          className={`max-w-[75ch] scroll-mt-28 px-4 py-1.5 ${clauses.length === 1 ? 'whitespace-pre-line' : ''}`}
        >
          <VisiblePieces pieces={clause.after ?? clause.before ?? []} />
        </p>
      ))}
    </details>
  )
}

const OPENING = 80

function opening(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length <= OPENING ? words : `${words.slice(0, OPENING).trimEnd()}…`
}
