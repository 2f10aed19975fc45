import { AppLink } from './app-link.tsx'
import { classNames } from './class-names.ts'
import { DiffClauseRow, type DiffView } from './diff-clause.tsx'
import { placed } from './placed.ts'
import { type DiffComparison, foldUnchanged } from './word-diff-comparison.ts'
import { words } from './words.ts'

interface WordDiffProps {
  comparison: DiffComparison
  view: DiffView
  /** Addresses of the same page in either view. */
  viewHrefs: Record<DiffView, string>
  /** Names of the two texts: date, short hash, where they were seen. */
  beforeLabel: string
  afterLabel: string
}

/** Two licence texts word by word. What did not change is folded, and can be opened. */
export function WordDiff({ comparison, view, viewHrefs, beforeLabel, afterLabel }: WordDiffProps) {
  const isIdentical = comparison.clauses.every((clause) => clause.kind === 'unchanged')
  return (
    <div className="rounded border bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2">
        <p className="flex min-w-0 flex-wrap gap-x-4 text-sm">
          <span>
            <span className="text-muted">− {words.diff.before}</span> {beforeLabel}
          </span>
          <span>
            <span className="text-muted">+ {words.diff.after}</span> {afterLabel}
          </span>
        </p>
        <nav
          aria-label={`${words.diff.view}: ${beforeLabel}, ${afterLabel}`}
          className="flex rounded border p-px text-sm print:hidden"
        >
          {(['inline', 'columns'] as const).map((one) => (
            <AppLink
              key={one}
              href={viewHrefs[one]}
              scroll={false}
              aria-current={one === view ? 'true' : undefined}
              className={classNames(
                'flex h-7 items-center rounded-sm px-2 pointer-coarse:h-11',
                one === view ? 'bg-sunken font-medium' : 'text-muted hover:text-ink',
              )}
            >
              {words.diff[one]}
            </AppLink>
          ))}
        </nav>
      </div>
      {isIdentical && <p className="px-4 py-3 text-muted">{words.diff.identical}</p>}
      <div className="font-serif text-reading [overflow-wrap:anywhere]">
        {placed(foldUnchanged(comparison.clauses)).map(({ place, item: stretch }) => {
          if (stretch.kind === 'shown') {
            return <DiffClauseRow key={place} clause={stretch.clause} view={view} />
          }
          return (
            <details key={place} className="border-b last:border-b-0">
              <summary className="flex min-h-9 items-center gap-2 bg-canvas px-4 font-sans text-sm text-muted hover:text-ink focus-visible:-outline-offset-2">
                <span aria-hidden>⋯</span>
                {words.diff.unchanged(stretch.clauses.length)}
              </summary>
              {placed(stretch.clauses).map(({ place: within, item: clause }) => (
                <p key={within} className="max-w-[75ch] px-4 py-2 whitespace-pre-line">
                  {clause.after ?? clause.before}
                </p>
              ))}
            </details>
          )
        })}
      </div>
    </div>
  )
}
