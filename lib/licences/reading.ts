import type { Json } from '#lib/shared/canonical-json.ts'
import { TERM_KEYS } from './term-values.ts'
import { type ReadCell, type ReadTerms, type TermCell, type TermKey, type TermsRow, termValue } from './terms.ts'

export type Confidence = TermCell['confidence']

/** One term of a reading on record, with the words it rests on. */
export interface StoredTerm {
  term: TermKey
  value: Json
  section: string | null
  /** Place in the decoded text; null where the text is silent, or where only a section was named. */
  start: number | null
  end: number | null
  sentence: string | null
  confidence: Confidence
}

/** What a second person said about a reading. */
export interface Opinion {
  agrees: boolean
  comment: string
  personId: string
  personName: string
  at: Date
}

/** A reading as it lies on record: a proposal of the patterns, or what a person concluded. */
export interface StoredReading {
  id: string
  status: 'proposed' | 'concluded'
  /** What proposed it; null for a person's. */
  engineVersion: string | null
  reason: string | null
  recordedBy: string | null
  recordedByName: string
  recordedAt: Date
  terms: readonly StoredTerm[]
  opinions: readonly Opinion[]
}

/** Whether concluded readings need a second person, from an instant on. */
export interface RuleEntry {
  needsSecondPerson: boolean
  at: Date
}

/** A term as a person concluded it, with who, when and why. */
export interface PersonsTerm extends StoredTerm {
  readingId: string
  by: string
  at: Date
  reason: string
  /** Who agreed, where somebody did. */
  agreedBy: readonly string[]
}

/** What holds of one term, and everything that lies beside it. */
export interface EffectiveTerm {
  term: TermKey
  /** `concluded`: a person's counts; `shipped`: the shipped row's does; null: nobody has read it. */
  basis: 'concluded' | 'shipped' | null
  value: Json
  section: string | null
  confidence: Confidence
  concluded: PersonsTerm | null
  /** The machine's own, also where a person's counts. */
  shipped: TermCell | null
  /** Concluded, but not yet agreed to by a second person; newest first. */
  waiting: readonly PersonsTerm[]
  /** What the patterns propose; it decides nothing. */
  proposed: (StoredTerm & { readingId: string; engineVersion: string }) | null
}

/** What a text is taken to say, term by term. */
export interface EffectiveReading {
  row: TermsRow | null
  terms: readonly EffectiveTerm[]
}

/** The rule about second persons as it stood at an instant; without one, none is needed. */
export function needsSecondPersonAt(rules: readonly RuleEntry[], at: Date): boolean {
  const newest = rules.filter((rule) => rule.at <= at).sort((a, b) => b.at.getTime() - a.at.getTime())[0]
  return newest?.needsSecondPerson ?? false
}

/**
 * Whether a concluded reading counts: at once, or from the first agreement of somebody else on where the rule that stood when it
 * was concluded asks for one. A rule set later changes no reading made before it.
 */
export function counts(reading: StoredReading, rules: readonly RuleEntry[]): boolean {
  if (reading.status !== 'concluded') return false
  if (!needsSecondPersonAt(rules, reading.recordedAt)) return true
  return reading.opinions.some((one) => one.agrees && one.personId !== reading.recordedBy)
}

export interface ReadingFacts {
  /** The shipped row of the licence the text is a match for; null where there is none. */
  row: TermsRow | null
  readings: readonly StoredReading[]
  rules: readonly RuleEntry[]
}

/** What was on record at an instant; null leaves nothing out. */
export function knownAt(facts: ReadingFacts, at: Date | null): ReadingFacts {
  if (at === null) return facts
  const readings = facts.readings
    .filter((reading) => reading.recordedAt <= at)
    .map((reading) => ({ ...reading, opinions: reading.opinions.filter((one) => one.at <= at) }))
  return { row: facts.row, readings, rules: facts.rules.filter((rule) => rule.at <= at) }
}

function personsTerm(reading: StoredReading, term: StoredTerm): PersonsTerm {
  const agreed = reading.opinions.filter((one) => one.agrees && one.personId !== reading.recordedBy)
  return {
    ...term,
    readingId: reading.id,
    by: reading.recordedByName,
    at: reading.recordedAt,
    reason: reading.reason ?? '',
    agreedBy: agreed.map((one) => one.personName),
  }
}

function newestFirst(readings: readonly StoredReading[]): StoredReading[] {
  return [...readings].sort(
    (a, b) => b.recordedAt.getTime() - a.recordedAt.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0),
  )
}

function plain(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

function effectiveTerm(term: TermKey, facts: ReadingFacts, ordered: readonly StoredReading[]): EffectiveTerm {
  const said = ordered.flatMap((reading) => {
    const own = reading.terms.find((one) => one.term === term)
    return own ? [{ reading, own }] : []
  })
  const shipped = facts.row?.terms[term] ?? null
  const counting = said.find(({ reading }) => counts(reading, facts.rules))
  const proposed = said.find(({ reading }) => reading.status === 'proposed')
  const concluded = counting ? personsTerm(counting.reading, counting.own) : null
  const waiting = said
    .filter(({ reading }) => reading.status === 'concluded' && !counts(reading, facts.rules))
    .filter(({ reading }) => concluded === null || reading.recordedAt >= concluded.at)
    .map(({ reading, own }) => personsTerm(reading, own))
  const held = concluded ?? shipped
  return {
    term,
    basis: concluded ? 'concluded' : shipped ? 'shipped' : null,
    value: plain(held?.value ?? null),
    section: held?.section ?? null,
    confidence: held?.confidence ?? 'none',
    concluded,
    shipped,
    waiting,
    proposed: proposed
      ? { ...proposed.own, readingId: proposed.reading.id, engineVersion: proposed.reading.engineVersion ?? '' }
      : null,
  }
}

/**
 * What a text is taken to say: the shipped row, term by term overridden by the newest conclusion that counts. The machine's stays
 * beside it, a proposal never counts. With an instant, as it was known then.
 */
export function effectiveReading(facts: ReadingFacts, at: Date | null = null): EffectiveReading {
  const known = knownAt(facts, at)
  const ordered = newestFirst(known.readings)
  return { row: known.row, terms: TERM_KEYS.map((term) => effectiveTerm(term, known, ordered)) }
}

/** Terms by their names, as a judgement reads them; null where nobody has read anything of the text. */
export function readTermsOf(reading: EffectiveReading): ReadTerms | null {
  const read = reading.terms.filter((one) => one.basis !== null)
  if (read.length === 0) return null
  return {
    terms: Object.fromEntries(read.map((one): [string, ReadCell] => [one.term, cellOf(one)])),
  }
}

function cellOf({ value, section, confidence, basis, concluded, shipped }: EffectiveTerm): ReadCell {
  if (basis === 'shipped' && shipped !== null) return shipped
  const words = concluded?.sentence
  return { value: termValue(value), section, confidence, ...(words == null ? {} : { evidence: words }) }
}
