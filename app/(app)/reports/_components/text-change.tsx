import { HashMark } from '#app/_ui/hash-mark.tsx'
import { formatInstant } from '#app/_ui/relative-time.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { WordDiff } from '#app/_ui/word-diff.tsx'
import type { DiffClause, DiffWord } from '#app/_ui/word-diff-comparison.ts'
import { LEVEL_WORDS, OUTCOME_WORDS } from '#lib/licences/comparison-sentences.en.ts'
import { licenceName } from '#lib/licences/licence.ts'
import type { ComparisonConclusion } from '#lib/licences/queries/comparison-conclusions.ts'
import type { ClauseDifference, TextPair } from '#lib/reports/weekly-report.ts'
import { counted } from '../../_components/counted.ts'

interface TextChangeProps {
  pair: TextPair
  view: 'inline' | 'columns'
  viewHrefs: Record<'inline' | 'columns', string>
  /** What a person concluded about it last; left out where that is not shown. */
  conclusion?: ComparisonConclusion | undefined
}

const MOST_OPEN = 12

/** A licence text that was replaced: both hashes, what they were recognised as, and the words that differ. */
export function TextChange({ pair, view, viewHrefs, conclusion }: TextChangeProps) {
  const { difference } = pair
  const woven = difference?.clauses.flatMap(clauseOf) ?? []
  const unread = (difference?.clauses.length ?? 0) - woven.length
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <code className="font-mono text-sm">{pair.path}</code>
        <TextSide text={pair.before} />
        <span aria-hidden>→</span>
        <span className="sr-only">became</span>
        <TextSide text={pair.after} />
        {pair.before !== null && pair.after !== null && (
          <span className="inline-flex min-h-6 items-center print:hidden">
            <TextLink href={`/licences/compare?from=${pair.before.sha256}&to=${pair.after.sha256}`}>
              Compare terms and clauses
            </TextLink>
          </span>
        )}
      </p>
      {conclusion && (
        <p>
          <strong className="font-semibold">{OUTCOME_WORDS[conclusion.outcome]}</strong>{' '}
          <span className="text-muted">
            as {conclusion.by} concluded on {formatInstant(conclusion.recordedAt)}.
          </span>
        </p>
      )}
      {difference === null ? (
        <p className="text-muted">Nothing was compared: one side is missing or is no text, or it took too long.</p>
      ) : (
        <>
          <p>
            <strong className="font-semibold">{LEVEL_WORDS[difference.level]}</strong>{' '}
            <span className="text-muted">
              {counted(difference.unchangedClauses, 'clause is', 'clauses are')} the same and not shown.
              {!difference.isComplete &&
                ' The texts differ too much for like clauses to be found: the rest stands as removed and added.'}
              {unread > 0 &&
                ` ${counted(unread, 'clause changed', 'clauses changed')} too much to be read word by word: read both texts.`}
            </span>
          </p>
          {woven.length > 0 && (
            // Of a text that was replaced whole, the words that differ are mostly all of them.
            <details
              open={woven.length <= MOST_OPEN}
              className="print:[&::details-content]:[content-visibility:visible]"
            >
              <summary className="mb-2 min-h-6 text-sm text-muted hover:text-ink">
                {counted(woven.length, 'clause that differs', 'clauses that differ')}
              </summary>
              <WordDiff
                comparison={{ level: difference.level, clauses: woven }}
                view={view}
                viewHrefs={viewHrefs}
                beforeLabel={pair.before?.sha256.slice(0, 8) ?? ''}
                afterLabel={pair.after?.sha256.slice(0, 8) ?? ''}
              />
            </details>
          )}
        </>
      )}
    </div>
  )
}

function TextSide({ text }: { text: TextPair['before'] }) {
  if (text === null) return <span className="text-muted">nothing</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1">
      <TextLink href={`/licences/texts/${text.sha256}`}>
        {text.licenceId === null ? 'not recognised' : licenceName(text.licenceId)}
      </TextLink>
      <HashMark hash={text.sha256} />
    </span>
  )
}

function clauseOf({ kind, pieces }: ClauseDifference): DiffClause[] {
  if (pieces === null) return []
  // The pieces are the words alone; what parted them was not kept.
  if (kind === 'changed') {
    const side = (other: 'added' | 'removed') =>
      pieces.flatMap((piece) => (piece.kind === other ? [] : [piece.text])).join(' ')
    const woven = pieces.flatMap((piece): DiffWord[] => [piece, { kind: 'same', text: ' ' }])
    return [{ kind, before: side('added'), after: side('removed'), words: woven }]
  }
  const text = pieces.map((piece) => piece.text).join('')
  if (kind === 'moved') return [{ kind, before: text, after: text }]
  return [kind === 'removed' ? { kind, before: text } : { kind, after: text }]
}
