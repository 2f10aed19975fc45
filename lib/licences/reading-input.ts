import { z } from 'zod'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import { findQuotation, plainText } from './quotation.ts'
import type { StoredTerm } from './reading.ts'
import { outlined, partNamed, referencesIn, sectionAt } from './section-place.ts'
import { isTermKey, refuseValue, TERM_KEYS } from './term-values.ts'
import { withoutHidden, writtenWords } from './written-words.ts'

const sha = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256: 64 letters and digits, lower case')
const place = z.int().min(0).nullable().optional()

const concludedTerm = z.strictObject({
  term: z.string().describe('One of the 26 terms, such as `commercial_use`'),
  value: z.json().describe('A word of the term, a list of words or an object, as the term says'),
  section: withoutHidden(z.string().trim().max(120), 'section')
    .nullable()
    .describe('Where the text says it; null: the text is silent'),
  start: place.describe('Where the words it rests on begin in the decoded text'),
  end: place.describe('Where they end'),
  words: z
    .string()
    .trim()
    .max(2_000)
    .nullable()
    .optional()
    .describe('The words it rests on, instead of start and end; line ends and quotation marks may differ'),
  confidence: z.enum(['high', 'medium', 'low']).describe('How surely you read it; low never satisfies a rule'),
})

const reason = writtenWords('reason', 4_000)

/** What a person concludes about terms of a text. */
export const concludeInput = z.strictObject({
  text: sha.describe('The SHA-256 of the text'),
  terms: z.array(concludedTerm).min(1).max(TERM_KEYS.length),
  reason: reason.describe('Why it is read so'),
})
export type ConcludeInput = z.infer<typeof concludeInput>

/** A text that the patterns shall read. */
export const proposeInput = z.strictObject({ text: sha })

/** What a second person says about a reading. */
export const opinionInput = z.strictObject({ agrees: z.boolean(), comment: writtenWords('comment', 4_000) })
export type OpinionInput = z.infer<typeof opinionInput>

/** Whether readings shall need a second person from now on. */
export const readingRuleInput = z.strictObject({ needsSecondPerson: z.boolean(), reason })
export type ReadingRuleInput = z.infer<typeof readingRuleInput>

const LONGEST_PLACE = 5_000
const LONGEST_SENTENCE = 2_000

type GivenTerm = ConcludeInput['terms'][number]

/** Terms with the place of the words that were quoted; a quotation that is not in the text is refused. */
function placed(input: ConcludeInput, text: string): { terms: GivenTerm[]; refusals: Refusal[] } {
  const plain = input.terms.some((one) => one.words) ? plainText(text) : null
  const refusals: Refusal[] = []
  const terms = input.terms.map((given, index): GivenTerm => {
    const { words, ...rest } = given
    if (!words || plain === null || given.start != null) return rest
    const found = findQuotation(plain, words)
    if (found) return { ...rest, ...found }
    refusals.push({
      field: `/terms/${index}/words`,
      rule: 'words.not-in-text',
      message: 'These words do not stand in the text.',
      remedy: 'Copy them from the text; … may stand for words left out. Or leave them out and name the section.',
    })
    return rest
  })
  return { terms, refusals }
}

function refusePlace(given: GivenTerm, length: number, field: string): Refusal[] {
  const { start, end } = given
  if (start == null && end == null) return []
  if (start == null || end == null) {
    return [
      {
        field: `${field}/${start == null ? 'start' : 'end'}`,
        rule: 'place.incomplete',
        message: 'A place has a beginning and an end; one of them is missing.',
        remedy: 'Give both start and end, or neither.',
      },
    ]
  }
  if (start >= end || end > length) {
    return [
      {
        field: `${field}/${start >= end ? 'start' : 'end'}`,
        rule: 'place.outside-text',
        message: `The text has ${length.toLocaleString('en')} characters; ${start} to ${end} is no place in it.`,
        remedy: 'Give the place of the words in the decoded text, the end after the beginning.',
      },
    ]
  }
  if (end - start <= LONGEST_PLACE) return []
  return [
    {
      field: `${field}/end`,
      rule: 'place.too-long',
      message: `${end - start} characters are marked, more than ${LONGEST_PLACE}.`,
      remedy: 'Mark the words the term rests on, not the whole part.',
    },
  ]
}

function refusalsOfTerm(given: GivenTerm, index: number, all: readonly GivenTerm[], length: number): Refusal[] {
  const field = `/terms/${index}`
  if (!isTermKey(given.term)) {
    return [
      {
        field: `${field}/term`,
        rule: 'term.unknown',
        message: `There is no term ${given.term.slice(0, 60)}.`,
        remedy: `Give one of: ${TERM_KEYS.join(', ')}.`,
      },
    ]
  }
  if (all.findIndex((one) => one.term === given.term) !== index) {
    return [
      {
        field: `${field}/term`,
        rule: 'term.twice',
        message: `${given.term} is concluded twice.`,
        remedy: 'Give each term once.',
      },
    ]
  }
  const value = refuseValue(given.term, given.value, `${field}/value`)
  return [...(value ? [value] : []), ...refusePlace(given, length, field)]
}

/** What of a conclusion goes on record, with the places of its words, or everything that is wrong with it. */
export function readConclusion(input: ConcludeInput, text: string): Outcome<StoredTerm[]> {
  const { terms, refusals } = placed(input, text)
  const wrong = terms.flatMap((given, index) => refusalsOfTerm(given, index, terms, text.length))
  return wrong.length + refusals.length > 0 ? refused(...wrong, ...refusals) : ok(concludedTerms(terms, text))
}

/** A place gets its section and its words, a section its place where the text has such a part. */
function concludedTerms(terms: readonly GivenTerm[], text: string): StoredTerm[] {
  const outline = outlined(text)
  return terms.flatMap((given) => {
    const { term, value, confidence } = given
    if (!isTermKey(term)) return []
    const section = given.section === '' ? null : given.section
    const named =
      section === null
        ? null
        : referencesIn(section)
            .map((one) => partNamed(outline, one))
            .find(Boolean)
    const start = given.start ?? named?.start ?? null
    const end = given.end ?? (named ? Math.min(named.end, named.start + LONGEST_SENTENCE) : null)
    const sentence = start === null || end === null ? null : text.slice(start, Math.min(end, start + LONGEST_SENTENCE))
    return [
      {
        term,
        value,
        section: section ?? (start === null ? null : sectionAt(outline, start)),
        start,
        end,
        sentence: sentence === null ? null : sentence.replaceAll('\0', ' ').toWellFormed(),
        confidence,
      },
    ]
  })
}
