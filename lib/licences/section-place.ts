import type { Span } from './quotation.ts'
import { isAttached, outlineOf, type TextPart } from './text-outline.ts'
import { countedParts, type Paragraph, paragraphsOf } from './text-paragraphs.ts'

/** A text with its parts, read once for many look-ups. */
export interface OutlinedText {
  text: string
  parts: readonly TextPart[]
  paragraphs: readonly Paragraph[]
  /** It has lost its numbers, and its parts were counted by position. */
  isCounted: boolean
}

const FEW = 3

/** Reads the parts of a text; one that has lost its numbers is counted by position. */
export function outlined(text: string): OutlinedText {
  const numbered = outlineOf(text)
  const isNumbered = numbered.filter((part) => /^\d/.test(part.path[0] ?? '')).length >= FEW
  const counted = isNumbered ? [] : countedParts(text)
  return { text, parts: [...numbered, ...counted], paragraphs: paragraphsOf(text), isCounted: counted.length > 0 }
}

/** The single references of a label such as `3.a, 3.b` or `1 (NonCommercial), 2(a)(1)`, in their order. */
export function referencesIn(label: string): string[] {
  return label
    .split(/[,;]|\band\b/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function pathOf(reference: string): string[] | null {
  const plain = reference
    .replace(/^(?:section|clause|condition|article)\s+/i, '')
    .replace(/^([^\s-]+)-\d.*$/, '$1')
    .replace(/\s*\([A-Za-z][a-zA-Z -]{3,}\)\s*$/, '')
    .toLowerCase()
  if (!/^(?:\d{1,2}|[ivx]{1,4})(?:[.\s]*\(?[a-z0-9]{1,4}\)?)*$/.test(plain)) return null
  return plain.split(/[.()\s]+/).filter((part) => part !== '')
}

/** A part counted by position has no letters: `a` is its first item. */
function counted(path: readonly string[]): string[] {
  return path.map((one) => (/^[a-z]$/.test(one) ? String(one.charCodeAt(0) - 96) : one))
}

function partOf(parts: readonly TextPart[], path: readonly string[]): Span | null {
  const isPath = (part: TextPart) => part.path.length === path.length && part.path.every((one, at) => one === path[at])
  // Front matter may carry a table of the sections: the part with more words is the section itself.
  const found = parts.filter(isPath).sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  return found ?? null
}

function paragraphAt(paragraphs: readonly Paragraph[], reference: string): Span | null {
  const match = /^paragraphs?\s+(\d{1,2})/i.exec(reference)
  if (match) return paragraphs[Number(match[1]) - 1] ?? null
  return /^(?:last paragraph|closing note)/i.test(reference) ? (paragraphs.at(-1) ?? null) : null
}

/** Parts that lawyers call by name, and the words by which such a paragraph is known. */
const NAMED_PARAGRAPHS: readonly [name: RegExp, words: RegExp][] = [
  [/\bdisclaimer\b/i, /\bas[ -]is\b/i],
  [/\bgrant\b/i, /\b(?:permission is hereby granted|hereby grants?|you are granted)\b/i],
  [/\bindemnity\b/i, /\bindemnify\b/i],
  [/\bpreamble\b/i, /[\s\S]{100}/],
]

function namedPart({ text, parts, paragraphs }: OutlinedText, reference: string): Span | null {
  const attached = /\b(attachment|exhibit|appendix|annex|schedule)\b\s*([a-z0-9]{1,2}\b)?/i.exec(reference)
  if (attached) return partOf(parts, [attached[0].trim().toLowerCase()])
  if (/^preamble\b/i.test(reference)) {
    const preamble = parts.find((part) => /preamble/i.test(text.slice(part.start, part.start + 60)))
    if (preamble) return preamble
  }
  const named = NAMED_PARAGRAPHS.find(([name]) => name.test(reference))
  return (named && paragraphs.find((one) => named[1].test(text.slice(one.start, one.end)))) ?? null
}

/** The part of a text that one reference names; null where the text has no such part. */
export function partNamed(text: OutlinedText, reference: string): Span | null {
  const path = pathOf(reference)
  if (path !== null) return partOf(text.parts, path) ?? (text.isCounted ? partOf(text.parts, counted(path)) : null)
  return paragraphAt(text.paragraphs, reference) ?? namedPart(text, reference)
}

const isHeading = (part: TextPart) => part.path[0]?.startsWith('section ') ?? false

function innermost({ parts }: OutlinedText, place: number): TextPart | null {
  const holding = parts.filter((part) => !isHeading(part) && part.start <= place && place < part.end)
  return holding.sort((a, b) => b.path.length - a.path.length)[0] ?? null
}

/** The innermost numbered part that holds a place, as people cite it: `5.b`; null before the first one. */
export function sectionAt(text: OutlinedText, place: number): string | null {
  return innermost(text, place)?.path.join('.') ?? null
}

/** The section of a place by its numbers alone, as `sectionAt` without the name of an appendix; null where it has none. */
export function numberAt(text: OutlinedText, place: number): string | null {
  const inner = innermost(text, place)
  const numbers = inner && isAttached(inner) ? inner.path.slice(1) : (inner?.path ?? [])
  return numbers.length === 0 ? null : numbers.join('.')
}
