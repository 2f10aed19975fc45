import { clausesOf } from './clauses.ts'
import { shownSectionAt, textBlocks } from './text-blocks.ts'

/** Stored with every clause: another version splits otherwise, and its clauses are made anew. */
export const CLAUSE_SPLITTER = '2'

/** A clause as the search keeps it, with its place in the decoded text. */
export interface TextClause {
  n: number
  section: string | null
  start: number
  end: number
  body: string
}

interface Place {
  start: number
  end: number
}

/** No clause is longer: what a search answers with is read at a glance, and the index takes no more than a megabyte of one. */
const MOST_CHARACTERS = 4_000
/** A text with more comes in fewer, longer ones: each is a row, and whoever brings the text waits for all of them. */
const MOST_CLAUSES = 20_000
const OPENING = /["'“‘([]/
const CLOSING = /[.,;:!?)\]"'”’*_]/

/** The clauses of a text for the search; one empty clause where it has none, so that it counts as split. */
export function textClauses(text: string): TextClause[] {
  const blocks = textBlocks(text)
  const clauses = fewEnough(
    clausesOf(text).flatMap(({ start, end }) => [...pieces(text, opened(text, start), closed(text, end))]),
    text.length,
  )
  if (clauses.length === 0) return [{ n: 0, section: null, start: 0, end: 0, body: '' }]
  return clauses.map(({ start, end }, n) => ({
    n,
    section: shownSectionAt(blocks, start),
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

function* pieces(text: string, start: number, end: number): Generator<Place> {
  let from = start
  while (end - from > MOST_CHARACTERS) {
    const space = text.lastIndexOf(' ', from + MOST_CHARACTERS)
    const to = space > from ? space : from + MOST_CHARACTERS
    yield { start: from, end: to }
    from = to
  }
  if (from < end) yield { start: from, end }
}

/** Neighbours joined until there are few enough of them; every word stays in one. */
function fewEnough(clauses: Place[], length: number): Place[] {
  if (clauses.length <= MOST_CLAUSES) return clauses
  const least = length / MOST_CLAUSES
  const joined: Place[] = []
  for (const { start, end } of clauses) {
    const last = joined.at(-1)
    if (last && last.end - last.start < least) last.end = end
    else joined.push({ start, end })
  }
  return joined
}
