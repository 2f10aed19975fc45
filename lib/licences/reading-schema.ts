import { z } from 'zod'
import { TERM_DIFFERENCES } from './term-comparison.ts'

const instant = z.iso.datetime()
const confidence = z.enum(['high', 'medium', 'low', 'none'])
const span = z.object({ start: z.int(), end: z.int() })

const answer = {
  value: z.json().describe('null: not read'),
  says: z.string().nullable().describe('The value in words'),
  section: z.string().nullable(),
  confidence,
  words: z.string().nullable().describe('Words of the text it rests on'),
  note: z.string().nullable(),
  place: span.nullable().describe('In the decoded text'),
}

const machineAnswer = z.object(answer).meta({ id: 'TermAnswer' })
const personAnswer = z
  .object({
    ...answer,
    readingId: z.uuid(),
    by: z.string(),
    at: instant,
    reason: z.string(),
    agreedBy: z.array(z.string()),
  })
  .meta({ id: 'ConcludedTermAnswer' })

const termLine = z
  .object({
    term: z.string(),
    question: z.string(),
    group: z.string(),
    basis: z.enum(['concluded', 'shipped']).nullable().describe('Whose answer counts; null: nobody has read it'),
    answer: machineAnswer,
    concluded: personAnswer.nullable(),
    machine: machineAnswer.nullable().describe('Stays beside what a person concluded'),
    waiting: z.array(personAnswer).describe('Concluded, not yet agreed to by a second person'),
    proposed: z
      .object({ ...answer, readingId: z.uuid(), engineVersion: z.string() })
      .nullable()
      .describe('Decides nothing'),
  })
  .meta({ id: 'ReadTerm' })

const readingItem = z
  .object({
    id: z.uuid(),
    status: z.enum(['proposed', 'concluded']),
    isCounting: z.boolean(),
    engineVersion: z.string().nullable(),
    reason: z.string().nullable(),
    by: z.string(),
    asOf: instant,
    source: z.string().describe('What it was read in'),
    terms: z.array(
      z.object({
        term: z.string(),
        value: z.json(),
        section: z.string().nullable(),
        start: z.int().nullable(),
        end: z.int().nullable(),
        sentence: z.string().nullable(),
        confidence,
      }),
    ),
    opinions: z.array(z.object({ agrees: z.boolean(), comment: z.string(), by: z.string(), at: instant })),
  })
  .meta({ id: 'Reading' })

const relative = z.object({
  licence: z.string(),
  similarity: z.number(),
  says: z.literal('for comparison, not for reliance'),
})

/** Which text's readings are asked for, and as they were known when. */
export const readingQuery = z.object({
  text: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256: 64 letters and digits, lower case')
    .describe('SHA-256 of the text'),
  at: instant.optional().describe('As known at that instant; left out: now'),
})

/** What a text is taken to say, and every reading of it. */
export const readingAnswer = z
  .object({
    items: z.array(readingItem),
    next: z.null(),
    total: z.int(),
    text: z.string(),
    asOf: instant,
    source: z.string(),
    needsSecondPerson: z.boolean().describe('Whether a reading concluded at that instant needs a second person'),
    row: z.string().nullable().describe('The licence whose shipped reading applies; null: none does'),
    nearest: relative.nullable().describe('For a text without a row'),
    terms: z.array(termLine),
  })
  .meta({ id: 'TextReading' })

const REFERENCE = String.raw`[^,\s]{1,120}`

/** Which two are compared and which rows are shown. */
export const compareQuery = z.object({
  of: z
    .string()
    .regex(new RegExp(`^${REFERENCE},${REFERENCE}$`), 'is not two licence ids or text hashes with a comma between them')
    .describe('Two licence ids or SHA-256 of texts, with a comma between them'),
  only: z.enum(['differs']).optional().describe('Leaves out the rows that are the same'),
  format: z.enum(['csv', 'json']).optional().describe('The view as a file'),
  bom: z.enum(['true', 'false']).default('false'),
})

/** One term of two readings. */
export const comparedTermItem = z
  .object({
    id: z.string(),
    term: z.string(),
    group: z.string(),
    question: z.string(),
    difference: z.enum(TERM_DIFFERENCES),
    left: z.object({ ref: z.string(), title: z.string(), ...answer, basis: z.string().nullable() }),
    right: z.object({ ref: z.string(), title: z.string(), ...answer, basis: z.string().nullable() }),
  })
  .meta({ id: 'ComparedTerm' })

/** The rule about second persons, as it stands and as it stood. */
export const readingRuleAnswer = z
  .object({
    needsSecondPerson: z.boolean(),
    since: instant.nullable().describe('null: nobody has ever set it'),
    items: z.array(
      z.object({
        id: z.uuid(),
        needsSecondPerson: z.boolean(),
        reason: z.string(),
        by: z.string(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'ReadingRule' })
