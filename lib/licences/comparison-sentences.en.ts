import type { ComparisonOutcome } from './comparison-conclusion.ts'
import type { ChangeLevel, ClauseChange } from './licence-diff.ts'
import type { TermDifference } from './term-differences.ts'
import type { ReadTerm } from './term-questions.ts'

/** What may be said of a change at each level: what was shown, never what it means in law. */
export const LEVEL_WORDS: Readonly<Record<ChangeLevel, string>> = {
  identical: 'No change.',
  typography: 'Only layout, punctuation or spelling variants changed.',
  moved: 'Clauses moved; wording the same.',
  identity: 'Name, date or address changed. Addresses can lead to other documents.',
  wording: 'Wording changed. Not reviewed.',
  operative: 'Terms may have changed. Review.',
  replaced: 'Another licence now stands here.',
}

export const KIND_WORDS: Readonly<Record<ClauseChange['kind'], string>> = {
  same: 'Unchanged',
  moved: 'Moved, wording the same',
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
}

/** What a person concluded, as a person says it. */
export const OUTCOME_WORDS: Readonly<Record<ComparisonOutcome, string>> = {
  no_change_in_terms: 'No change in terms',
  narrowed: 'Narrowed: less is allowed, or more is asked',
  widened: 'Widened: more is allowed, or less is asked',
  mixed: 'Narrowed in part and widened in part',
}

/** The level of one clause, as a word beside it; nothing where its kind says it all. */
export const CLAUSE_LEVEL_WORDS: Readonly<Record<ChangeLevel, string | null>> = {
  identical: null,
  typography: null,
  moved: null,
  identity: 'name, date or address',
  wording: 'wording',
  operative: 'terms may have changed',
  replaced: null,
}

export const COMPARISON_WORDS = {
  title: 'Two licence texts compared',
  notice: 'What differs, at the highest level that was shown; never what it means in law. Not legal advice.',
  before: 'Before',
  after: 'After',
  terms: 'Terms',
  clauses: 'Clauses',
  noTermDiffers: 'No term that was read differs.',
  termsNotRead: 'The terms of at least one of the texts have not been read: only the clauses are compared.',
  incomplete:
    'Not everything was compared: the texts differ too much for every like clause to be found. What was not paired stands as removed and added.',
  tooDifferent: 'Too different to compare word by word: both are shown whole.',
  wordRemoved: 'removed:',
  wordAdded: 'added:',
  notPrinted: 'not printed.',
  printedInPart: 'More clauses differ than are printed here: the HTML file and the patch hold all of them.',
  silent: 'the text is silent',
  unread: 'not read',
} as const

/** Which characters nobody would see a text holds; empty where it holds none. */
export function hiddenText(found: readonly { name: string; count: number }[]): string {
  if (found.length === 0) return ''
  const names = found
    .slice(0, MOST_NAMED)
    .map(({ name, count }) => (count === 1 ? name : `${count.toLocaleString('en')} × ${name}`))
  const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} kinds more` : ''
  return `Holds characters nobody sees: ${names.join(', ')}${more}.`
}

const MOST_NAMED = 5

/** How many clauses that are the same are folded together. */
export function unchangedText(count: number): string {
  return count === 1 ? '1 unchanged clause' : `${count.toLocaleString('en')} unchanged clauses`
}

/** Where a text says what was read, and how surely it was read. */
export function termPlaceText({ value, section, confidence }: ReadTerm): string {
  if (value === null) return ''
  const place = section === null ? COMPARISON_WORDS.silent : `section ${section}`
  return confidence === 'high' ? place : `${place}, read with ${confidence} confidence: to be checked`
}

/** One side of a term as a sentence: its value, where the text says so, and how surely it was read. */
export function termText(term: ReadTerm): string {
  return term.value === null ? COMPARISON_WORDS.unread : `${term.value} (${termPlaceText(term)})`
}

/** What the difference of a term amounts to. */
export function termKindText(kind: TermDifference['kind']): string {
  return kind === 'differs' ? 'Differs' : 'Read in one text alone'
}
