import { HashMark } from '#app/_ui/hash-mark.tsx'
import { placed } from '#app/_ui/placed.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { visiblePieces } from '#lib/licences/hidden-characters.ts'
import type { ClauseHit } from '#lib/licences/queries/search-clauses.ts'
import type { FoundText } from '#lib/licences/queries/search-ledger.ts'
import { counted } from '../../../_components/counted.ts'
import { IdentifiedAs } from '../../texts/_components/identified-as.tsx'
import { textHref } from '../../texts/_components/text-href.ts'
import { SaidTerm } from './said-term.tsx'

/** A text that a search found, with the clauses that hold the words and what its licence says. */
export function FoundTextItem({ found: { text, said, clauses, clausesFound } }: { found: FoundText }) {
  return (
    <li className="flex flex-col gap-2 border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <IdentifiedAs identification={text.identification} />
        <span className="inline-flex items-center gap-2 text-sm">
          <TextLink href={textHref(text.sha256)}>Read</TextLink>
          <HashMark hash={text.sha256} />
        </span>
        {text.firstSeen && (
          <span className="text-sm text-muted [overflow-wrap:anywhere]">
            {text.firstSeen.model.name} {text.firstSeen.path}
          </span>
        )}
      </div>
      {said && <SaidTerm said={said} sha256={text.sha256} />}
      {clauses.length > 0 && (
        <ul className="flex flex-col gap-2">
          {clauses.map((clause) => (
            <li key={clause.start} className="border-s-2 border-hairline ps-3">
              <Clause clause={clause} sha256={text.sha256} />
            </li>
          ))}
        </ul>
      )}
      {clausesFound > clauses.length && (
        <p className="text-sm text-muted">
          {counted(clausesFound - clauses.length, 'more clause', 'more clauses')} of this text
        </p>
      )}
    </li>
  )
}

function Clause({ clause, sha256 }: { clause: ClauseHit; sha256: string }) {
  return (
    <>
      <p className="max-w-[75ch] font-serif [overflow-wrap:anywhere]">
        {placed(clause.snippet).map(({ place, item }) =>
          item.isMarked ? (
            <mark key={place} className="rounded-xs bg-review-tint text-ink">
              {shown(item.text)}
            </mark>
          ) : (
            <span key={place}>{shown(item.text)}</span>
          ),
        )}
      </p>
      <p className="min-h-6 text-sm">
        <TextLink href={textHref(sha256, clause)}>
          {clause.section === null ? 'Before the first section' : `Section ${clause.section}`}
        </TextLink>
      </p>
    </>
  )
}

/** A snippet is a text somebody else wrote: what would not be seen is named. */
function shown(text: string): string {
  return visiblePieces(text)
    .map((piece) => (piece.hidden === null ? piece.text : `[${piece.hidden}]`))
    .join('')
}
