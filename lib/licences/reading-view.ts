import type { Json } from '#lib/shared/canonical-json.ts'
import { clauseNotesOf } from './clause-notes.ts'
import type { Span } from './quotation.ts'
import type { Confidence, EffectiveReading, EffectiveTerm, StoredTerm } from './reading.ts'
import { groupOf, termOrder } from './term-groups.ts'
import { type PlacedText, placeOfTerm, readPlaces } from './term-place.ts'
import { termText } from './term-questions.ts'
import { questionOf } from './term-values.ts'
import type { TermCell, TermKey } from './terms.ts'

/** One answer to a term's question, as it is shown. */
export interface ShownAnswer {
  value: Json
  /** The value in words; null where nobody has read it. */
  says: string | null
  section: string | null
  confidence: Confidence
  /** Words of the text it rests on. */
  words: string | null
  note: string | null
  /** Where those words stand; null for silence, or where the text is not at hand. */
  place: Span | null
}

export interface ShownPerson extends ShownAnswer {
  readingId: string
  by: string
  at: Date
  reason: string
  agreedBy: readonly string[]
}

/** One term of a text, with everything that lies beside what counts. */
export interface TermLine {
  term: TermKey
  question: string
  group: string
  basis: EffectiveTerm['basis']
  answer: ShownAnswer
  concluded: ShownPerson | null
  /** What the machine reads, also where a person's counts; null where nothing is shipped. */
  machine: ShownAnswer | null
  waiting: readonly ShownPerson[]
  proposed: (ShownAnswer & { readingId: string; engineVersion: string }) | null
}

/** The text a reading is shown beside; `text` null where it is not held or cannot be read. */
export interface ShownText {
  sha256: string
  text: string | null
  licenceId: string | null
}

const UNREAD: ShownAnswer = {
  value: null,
  says: null,
  section: null,
  confidence: 'none',
  words: null,
  note: null,
  place: null,
}
const MOST_WORDS = 300

function shortened(words: string | null): string | null {
  const plain = words?.replace(/\s+/g, ' ').trim() ?? ''
  if (plain === '') return null
  return plain.length > MOST_WORDS ? `${plain.slice(0, MOST_WORDS).trimEnd()} …` : plain
}

function storedAnswer(stored: StoredTerm): ShownAnswer {
  const { term, value, section, confidence, sentence, start, end } = stored
  return {
    value,
    says: termText(term, value),
    section,
    confidence,
    words: shortened(sentence),
    note: null,
    place: start === null || end === null ? null : { start, end },
  }
}

function shippedAnswer(term: TermKey, cell: TermCell, shown: ShownText | null, places: PlacedText | null): ShownAnswer {
  const notes = shown === null ? [] : clauseNotesOf(shown.sha256, shown.licenceId)
  const found = places === null ? null : placeOfTerm(places, term, cell, notes)
  return {
    value: JSON.parse(JSON.stringify(cell.value)),
    says: cell.value === null ? null : termText(term, cell.value),
    section: cell.section,
    confidence: cell.confidence,
    words: cell.evidence ?? null,
    note: cell.note ?? null,
    place: found && { start: found.start, end: found.end },
  }
}

function lineOf(held: EffectiveTerm, shown: ShownText | null, places: PlacedText | null): TermLine {
  const { term, basis, shipped, concluded, waiting, proposed } = held
  const machine = shipped && shippedAnswer(term, shipped, shown, places)
  const person = (one: NonNullable<EffectiveTerm['concluded']>): ShownPerson => {
    const { readingId, by, at, reason, agreedBy } = one
    return { ...storedAnswer(one), readingId, by, at, reason, agreedBy }
  }
  const counted = concluded && person(concluded)
  return {
    term,
    question: questionOf(term).question,
    group: groupOf(term),
    basis,
    answer: counted ?? machine ?? UNREAD,
    concluded: counted,
    machine,
    waiting: waiting.map(person),
    proposed: proposed && {
      ...storedAnswer(proposed),
      readingId: proposed.readingId,
      engineVersion: proposed.engineVersion,
    },
  }
}

/** A reading as people read it: every term in the order of its groups, in words, with the place in the text where it is at hand. */
export function readingLines(reading: EffectiveReading, shown: ShownText | null): TermLine[] {
  const places = shown?.text == null ? null : readPlaces(shown.text)
  return reading.terms.map((held) => lineOf(held, shown, places)).sort((a, b) => termOrder(a.term) - termOrder(b.term))
}

/** The address at which a text is shown with some words marked. */
export function markHref(sha256: string, place: Span): string {
  return `/licences/texts/${sha256}?mark=${place.start}-${place.end}#c${place.start}`
}
