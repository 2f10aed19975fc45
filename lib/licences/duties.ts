import { dictatedNotice, quotationsIn } from './dictated-words.ts'
import { asked, type Duty, type DutyDeployment } from './duty.ts'
import { DUTY_RULES } from './duty-rules.ts'
import { findQuotation, type PlainText, plainText } from './quotation.ts'
import { sentenceAt } from './sentence-at.ts'
import { type ReadCell, type ReadTerms, type TermKey, termOf } from './terms.ts'

/** The licence itself, read once for all its terms. */
interface ReadText {
  text: string
  plain: PlainText
}

/** The sentence a term rests on, where its own words are found in the text. */
function passageOf(cell: ReadCell, licence: ReadText | null): string | null {
  if (licence === null || cell.evidence === undefined) return null
  const place = findQuotation(licence.plain, cell.evidence)
  return place && sentenceAt(licence.text, place.start).words
}

/** The words a term makes one use as they stand: the whole notice from the text, else what is quoted where it was read. */
function wordsOf(term: TermKey, cell: ReadCell, licence: ReadText | null): string[] {
  if (cell.evidence === undefined) return []
  if (term === 'attribution_notice') {
    if (cell.value !== 'notice_file_text') return []
    const notice = licence && dictatedNotice(licence.text, cell.evidence, licence.plain)
    return notice === null ? [] : [notice]
  }
  return term === 'derivative_display' || term === 'derivative_naming' ? quotationsIn(cell.evidence) : []
}

function dutiesOfTerm(
  [term, kind, rule]: (typeof DUTY_RULES)[number],
  cell: ReadCell,
  deployment: DutyDeployment,
  licence: ReadText | null,
  displayed: ReadCell,
): Duty[] {
  const passage = passageOf(cell, licence)
  const { value, section, confidence, note = null } = cell
  const isUnsure = confidence === 'low' || confidence === 'none'
  const answers = value === null ? [asked(kind, 'cannot_tell', 'not-read')] : rule({ cell, deployment, passage })
  // Read unsurely as asking nothing is not the same as asking nothing.
  const told = answers.length === 0 && isUnsure ? [asked(kind, 'cannot_tell', 'read-unsurely')] : answers
  return told.map((answer) => {
    const isCase = answer.applies === 'yes' && note !== null && /^only\b/i.test(note)
    const sure = isCase ? asked(answer.kind, 'cannot_tell', 'only-in-a-case', { case: note }) : answer
    const final = isUnsure && value !== null ? asked(answer.kind, 'cannot_tell', 'read-unsurely') : sure
    // What has to be shown above a figure is told by the term on display; the figure's own term only says when.
    const isDisplay = term === 'scale_threshold' && final.kind === 'display'
    const words = isDisplay ? wordsOf('derivative_display', displayed, licence) : wordsOf(term, cell, licence)
    return { ...final, term, value, section, words, passage, note, confidence }
  })
}

const ORDER = { yes: 0, cannot_tell: 1, no: 2 } as const

/**
 * What a licence asks of a deployment: what binds it first, then what cannot be told and why, then what does not bind this use.
 * A term read with low confidence never binds and never frees. `text` is the licence itself, where the words one has to use
 * are taken from.
 */
export function dutiesOf(terms: ReadTerms, deployment: DutyDeployment, text: string | null = null): Duty[] {
  const displayed = termOf(terms, 'derivative_display')
  const licence = text === null ? null : { text, plain: plainText(text) }
  const duties = DUTY_RULES.flatMap((rule) =>
    dutiesOfTerm(rule, termOf(terms, rule[0]), deployment, licence, displayed),
  )
  return duties.toSorted((a, b) => ORDER[a.applies] - ORDER[b.applies])
}
