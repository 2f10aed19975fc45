import { type ClauseNote, speaksOf } from './clause-notes.ts'
import { findQuotation, type PlainText, plainText, type Span } from './quotation.ts'
import { type OutlinedText, outlined, partNamed, referencesIn, sectionAt } from './section-place.ts'
import type { TermCell, TermKey } from './terms.ts'

/** Where a text says something: the words, and the section people cite them by. */
export interface TermPlace extends Span {
  section: string | null
  /** What led there: words of the text kept as evidence, a clause's known words, or the number of the section. */
  by: 'evidence' | 'anchor' | 'section'
}

/** A text made ready for finding places; worth keeping while several terms are looked up. */
export interface PlacedText {
  outline: OutlinedText
  plain: PlainText
}

const MOST_SHOWN = 900
const LEAST_SHOWN = 60

/** Reads a text once for many look-ups. */
export function readPlaces(text: string): PlacedText {
  return { outline: outlined(text), plain: plainText(text) }
}

/** Of a long part its first paragraph that says something: marking pages would mark nothing. */
function opening(text: string, part: Span): Span {
  const body = text.slice(part.start, part.end)
  if (body.length <= MOST_SHOWN) return { start: part.start, end: part.start + body.trimEnd().length }
  for (const line of body.matchAll(/\n\s*\n/g)) {
    if (line.index >= LEAST_SHOWN) return { start: part.start, end: part.start + Math.min(line.index, MOST_SHOWN) }
  }
  return { start: part.start, end: part.start + MOST_SHOWN }
}

/** The part of the text that a cell's section names: the first of its references that the text has. */
function partOfCell(text: PlacedText, section: string | null): { reference: string; part: Span } | null {
  for (const reference of section === null ? [] : referencesIn(section)) {
    const part = partNamed(text.outline, reference)
    if (part) return { reference, part }
  }
  return null
}

function byAnchor(
  text: PlacedText,
  term: TermKey,
  references: readonly string[],
  notes: readonly ClauseNote[],
  within: Span | null,
): Span | null {
  const isCited = (note: ClauseNote) => references.includes(note.section)
  const speaking = notes.filter((note) => speaksOf(note, term))
  // Two clauses of one section may speak of unlike things: only a clause on the term itself stands for it.
  const candidates = references.length > 0 ? speaking.filter(isCited) : speaking
  for (const note of candidates) {
    const span = findQuotation(text.plain, note.anchor, within)
    if (span) return span
  }
  return null
}

/** How people cite a place: as the cell does where it lies in that section, else by the number over it. */
function citedAs(text: PlacedText, at: Span, cited: { reference: string; part: Span } | null): string | null {
  const isInside = cited !== null && at.start >= cited.part.start && at.end <= cited.part.end
  if (isInside) return cited.reference
  return text.outline.isCounted ? null : sectionAt(text.outline, at.start)
}

/**
 * Where a text says what a cell holds: by the cell's own words, by a clause known to speak of the term in that section, by the
 * number of the section; null where none of them is found, and for a cell that records silence.
 */
export function placeOfTerm(
  text: PlacedText,
  term: TermKey,
  cell: Pick<TermCell, 'section' | 'evidence'>,
  notes: readonly ClauseNote[],
): TermPlace | null {
  if (cell.section === null && cell.evidence === undefined) return null
  const cited = partOfCell(text, cell.section)
  const quoted = cell.evidence === undefined ? null : findQuotation(text.plain, cell.evidence, cited?.part ?? null)
  if (quoted) return { ...quoted, section: citedAs(text, quoted, cited) ?? cell.section, by: 'evidence' }
  const references = cell.section === null ? [] : referencesIn(cell.section)
  const anchored = byAnchor(text, term, references, notes, cited?.part ?? null)
  if (anchored) return { ...anchored, section: citedAs(text, anchored, cited) ?? cell.section, by: 'anchor' }
  if (!cited) return null
  return { ...opening(text.outline.text, cited.part), section: cited.reference, by: 'section' }
}
