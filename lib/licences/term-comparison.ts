import type { Json } from '#lib/shared/canonical-json.ts'
import { canonicalJson } from '#lib/shared/canonical-json.ts'
import type { ShownAnswer, TermLine } from './reading-view.ts'
import type { TermKey } from './terms.ts'

/** `unread`: one side was not read, or too unsurely to be told apart. */
export const TERM_DIFFERENCES = ['differs', 'unread', 'same'] as const
export type TermDifference = (typeof TERM_DIFFERENCES)[number]

/** One term of two readings side by side. */
export interface ComparedTerm {
  term: TermKey
  question: string
  group: string
  difference: TermDifference
  left: TermLine
  right: TermLine
}

function isRead({ value, confidence }: ShownAnswer): boolean {
  return value !== null && confidence !== 'none'
}

/** The words beside figures and places say where to look, not what holds. */
const REMARKS = new Set(['measured', 'reach', 'of'])

function essence(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => String(one)).sort()
  return Object.fromEntries(Object.entries(value).filter(([name, part]) => part !== null && !REMARKS.has(name)))
}

function differenceOf(left: ShownAnswer, right: ShownAnswer): TermDifference {
  if (!isRead(left) || !isRead(right)) return 'unread'
  return canonicalJson(essence(left.value)) === canonicalJson(essence(right.value)) ? 'same' : 'differs'
}

/** Two readings term by term: what differs first, then what cannot be told, then what is the same; each in the order of the groups. */
export function compareTerms(left: readonly TermLine[], right: readonly TermLine[]): ComparedTerm[] {
  const others = new Map(right.map((line) => [line.term, line]))
  const rows = left.flatMap((line): ComparedTerm[] => {
    const other = others.get(line.term)
    if (!other) return []
    const { term, question, group } = line
    return [{ term, question, group, difference: differenceOf(line.answer, other.answer), left: line, right: other }]
  })
  const rank = (row: ComparedTerm) => TERM_DIFFERENCES.indexOf(row.difference)
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.at - b.at)
    .map(({ row }) => row)
}
