import type { Confidence, Exposure, Use } from './subject.ts'
import { isReliable } from './subject-values.ts'

/** One term of a licence as it was read; `value` is a word, a list of words or an object, as the term says. */
export interface TermReading {
  value: unknown
  section: string | null
  confidence: Confidence
}

/** The terms read from one recognised licence text, by term name such as `attribution_notice`. */
export type TermReadings = Readonly<Record<string, TermReading>>

export interface Duty {
  /** The term it comes from. */
  code: string
  value: unknown
  section: string | null
}

interface DutyTerm {
  code: string
  /** The words with which the text asks nothing. */
  freeWith: readonly string[]
  /** Where the duty binds; absent: everywhere. */
  exposures?: readonly Exposure[]
  uses?: readonly Use[]
}

const GIVEN_ON: readonly Exposure[] = ['embedded', 'redistributed']
const OUTSIDE: readonly Exposure[] = ['customers', 'embedded', 'redistributed']

/** Which terms ask something of whom: handing copies on, serving people outside, or any use at all. */
export const DUTY_TERMS: readonly DutyTerm[] = [
  { code: 'field_of_use', freeWith: ['none', 'lawful_only'] },
  { code: 'acceptable_use_policy', freeWith: ['none'] },
  { code: 'output_training', freeWith: ['free', 'not_addressed'] },
  { code: 'update_duty', freeWith: ['none'] },
  { code: 'scale_threshold', freeWith: ['none'], uses: ['commercial'] },
  { code: 'business_restriction', freeWith: ['none'], uses: ['commercial'] },
  { code: 'territory', freeWith: ['worldwide', 'not_stated'] },
  { code: 'use_restriction_passthrough', freeWith: ['no'], exposures: OUTSIDE },
  { code: 'derivative_display', freeWith: ['none', 'encouraged'], exposures: OUTSIDE },
  { code: 'derivative_naming', freeWith: ['none'], exposures: GIVEN_ON },
  { code: 'attribution_notice', freeWith: ['none'], exposures: GIVEN_ON },
  { code: 'redistribution', freeWith: ['allowed'], exposures: GIVEN_ON },
  { code: 'share_alike', freeWith: ['none'], exposures: GIVEN_ON },
]

function isFree(term: DutyTerm, value: unknown): boolean {
  if (Array.isArray(value)) return value.every((word) => isFree(term, word))
  return typeof value === 'string' && term.freeWith.includes(value)
}

/**
 * What the licence asks of such a use, each with its section, and which of the terms that would bind nobody has read
 * well enough to say.
 */
export function dutiesOf(
  readings: TermReadings,
  how: { use: Use; exposure: Exposure },
): { duties: Duty[]; unread: string[] } {
  const duties: Duty[] = []
  const unread: string[] = []
  for (const term of DUTY_TERMS) {
    if (term.exposures && !term.exposures.includes(how.exposure)) continue
    if (term.uses && !term.uses.includes(how.use)) continue
    const reading = Object.hasOwn(readings, term.code) ? readings[term.code] : undefined
    if (reading === undefined || reading.value === null || !isReliable(reading.confidence)) unread.push(term.code)
    else if (!isFree(term, reading.value))
      duties.push({ code: term.code, value: reading.value, section: reading.section })
  }
  return { duties, unread }
}
