import type { Token } from './normalise.ts'
import { readSlotPattern } from './slot-pattern.ts'
import type { Slot } from './template-slots.ts'

const BRACKETED = /<([^<>\n]{2,90})>|\[([^[\]\n]{2,90})\]|\{([^{}\n]{2,90})\}/g
/** A bracket that holds none of these is part of the text; so is a web or mail address. */
const PLACEHOLDER =
  /\b(?:y{2,4}|year|years|date|dates|name|names|fullname|full name|owner|owners|holder|holders|author|authors|organi[sz]ation|company|software|project|program|insert|e?mail|title|licensor|identify|your|url|address|description|city|country|state|version)\b/i
const ADDRESS = /:\/\/|@|www\./
/** What is left of a copyright notice that stands in the middle of a paragraph. */
const NOTICE =
  /\b(?:(?:portions|parts)\s{1,3})?copyright\s{0,3}(?:\(c\)|©)?\s{0,3}(?:<[^<>\n]{1,40}>|\[[^[\]\n]{1,40}\]|\d{4}|yyyy)(?:<[^<>\n]{1,40}>|[^.<>\n]){0,200}(?:\.\s{0,3}all rights reserved|\binc\.|\bltd\.|)/gi

const ANY_NAME = readSlotPattern('(*)')
const OPENINGS: readonly { before: readonly string[]; after: readonly string[] }[] = [
  { before: ['no', 'event', 'shall'], after: ['be', 'liable'] },
  { before: ['no', 'event', 'will'], after: ['be', 'liable'] },
  { before: ['is', 'provided', 'by'], after: ['as', 'is'] },
  { before: ['provided', 'as', 'is', 'and'], after: ['disclaims', 'all', 'warranties'] },
]
const LONGEST_PARTY = 16
const NOT_A_PARTY = new Set(['not', 'if', 'unless', 'without', 'except', 'any', 'this', 'damages'])

/** Places of a text that are left for names: bracketed placeholders, notices, and who disclaims or is not liable. */
export function placeholderSlots(text: string, tokens: readonly Token[]): Slot[] {
  return [...bracketed(text, tokens), ...notices(text, tokens), ...parties(tokens), ...ideas(tokens)]
}

const AN_IDEA = readSlotPattern('an|a brief')

/** GNU's advice to say what a program is: some copies ask for an idea, others for a brief one. */
function ideas(tokens: readonly Token[]): Slot[] {
  return tokens.flatMap((token, at): Slot[] => {
    if (token.word !== 'idea' || tokens[at + 1]?.word !== 'of') return []
    const size = tokens[at - 1]?.word === 'brief' ? 2 : 1
    return [{ from: at - size, to: at, kind: 'alt', pattern: AN_IDEA }]
  })
}

function slotAt(tokens: readonly Token[], start: number, end: number): { from: number; to: number } | null {
  const from = tokens.findIndex((token) => token.start >= start)
  if (from < 0) return null
  let to = from
  while ((tokens[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to++
  return to > from ? { from, to } : null
}

function bracketed(text: string, tokens: readonly Token[]): Slot[] {
  const slots: Slot[] = []
  for (const match of text.matchAll(BRACKETED)) {
    const inner = match[1] ?? match[2] ?? match[3] ?? ''
    if (!PLACEHOLDER.test(inner) || ADDRESS.test(inner)) continue
    const place = slotAt(tokens, match.index, match.index + match[0].length)
    if (place === null) continue
    const last = slots.at(-1)
    // `<year> <name of author>` is filled in as one.
    if (last && last.to === place.from) last.to = place.to
    else slots.push({ ...place, kind: 'alt', pattern: ANY_NAME })
  }
  return slots
}

function notices(text: string, tokens: readonly Token[]): Slot[] {
  return [...text.matchAll(NOTICE)].flatMap((match) => {
    const place = slotAt(tokens, match.index, match.index + match[0].length)
    return place === null ? [] : [{ ...place, kind: 'owner' as const, pattern: null }]
  })
}

function parties(tokens: readonly Token[]): Slot[] {
  const isAt = (at: number, words: readonly string[]) => words.every((word, next) => tokens[at + next]?.word === word)
  const slots: Slot[] = []
  for (let at = 0; at < tokens.length; at++) {
    for (const { before, after } of OPENINGS) {
      if (!isAt(at, before)) continue
      const from = at + before.length
      let to = from
      while (to < tokens.length && to - from <= LONGEST_PARTY && !isAt(to, after)) to++
      const isParty =
        isAt(to, after) && to > from && !tokens.slice(from, to).some((token) => NOT_A_PARTY.has(token.word))
      if (isParty) slots.push({ from, to, kind: 'alt', pattern: ANY_NAME })
    }
  }
  return slots
}
