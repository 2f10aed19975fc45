import { clausesOf } from './clauses.ts'
import { sectionAt, textBlocks } from './text-blocks.ts'

/** Stored with every clause: another version splits otherwise, and its clauses are made anew. */
export const CLAUSE_SPLITTER = '1'

/** A clause as the search keeps it, with its place in the decoded text. */
export interface TextClause {
  n: number
  section: string | null
  start: number
  end: number
  body: string
}

/** No clause is longer: what a search answers with is read at a glance, and the index takes no more than a megabyte of one. */
const MOST_CHARACTERS = 4_000
const OPENING = /["'“‘([]/
const CLOSING = /[.,;:!?)\]"'”’*_]/

/** The clauses of a text for the search; one empty clause where it has none, so that it counts as split. */
export function textClauses(text: string): TextClause[] {
  const blocks = textBlocks(text)
  const clauses = clausesOf(text).flatMap(({ start, end }) => [...pieces(text, opened(text, start), closed(text, end))])
  if (clauses.length === 0) return [{ n: 0, section: null, start: 0, end: 0, body: '' }]
  return clauses.map(({ start, end }, n) => ({
    n,
    section: sectionAt(blocks, start),
    start,
    end,
    // The database keeps no NUL in a text; a space keeps every place.
    body: text.slice(start, end).replaceAll('\0', ' ').toWellFormed(),
  }))
}

/** The beginning of a clause together with the quotation mark or bracket that opens it. */
function opened(text: string, start: number): number {
  let at = start
  while (at > 0 && OPENING.test(text[at - 1] ?? '')) at--
  return at
}

/** The end of a clause together with the marks that close it. */
function closed(text: string, end: number): number {
  let at = end
  while (at < text.length && CLOSING.test(text[at] ?? '')) at++
  return at
}

function* pieces(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  let from = start
  while (end - from > MOST_CHARACTERS) {
    const space = text.lastIndexOf(' ', from + MOST_CHARACTERS)
    const to = space > from ? space : from + MOST_CHARACTERS
    yield { start: from, end: to }
    from = to
  }
  if (from < end) yield { start: from, end }
}
