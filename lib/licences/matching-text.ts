import { copyrightNoticesOf } from './copyright-notices.ts'
import { normaliseTokens, type Token } from './normalise.ts'
import { hashWord } from './word-hash.ts'

export type MatchingNote =
  | 'code-fence-ignored'
  | 'comment-words-ignored'
  | 'markup-ignored'
  | 'links-ignored'
  | 'identifier-lines-ignored'
  | 'notices-ignored'
  | 'quotes-ignored'

/** A text as alignment reads it: its words with their places, and what was passed over to get to them. */
export interface MatchingText {
  tokens: readonly Token[]
  words: Uint32Array
  /** Every word of the text once. */
  vocabulary: ReadonlySet<string>
  notes: readonly MatchingNote[]
}

interface Span {
  start: number
  end: number
}

const LINE = /[^\r\n]+/g
const COMMENT_WORD = /^[ \t]*(?:(?:dnl|@?rem)\b|%+|;+)/i
const IDENTIFIER =
  /^\W{0,40}SPDX-(?:License-Identifier|FileCopyrightText|FileType|Snippet\w{1,30}|PackageName|License-ID)\b/i
const LINK_TARGET = /\]\([^()\s]{1,400}\)/g
const TAG =
  /<\/?(?:html|head|body|title|meta|link|p|br|hr|div|span|li|ul|ol|h[1-6]|a|b|i|u|em|strong|pre|code|center|font|small|big|tt|table|tr|td|th|tbody|dl|dt|dd|blockquote|sup|sub)(?:\s[^<>]{0,400})?\/?>/gi
const ENTITY =
  /&(?:(quot|apos|amp|lt|gt|copy|nbsp|ndash|mdash|lsquo|rsquo|ldquo|rdquo|reg|trade|sect)|#(\d{1,5})|#x([\da-f]{1,4}));/gi
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    quot: '"',
    apos: "'",
    amp: '&',
    lt: '<',
    gt: '>',
    copy: '\u00a9',
    nbsp: ' ',
    ndash: '\u2013',
    mdash: '\u2014',
    lsquo: '\u2018',
    rsquo: '\u2019',
    ldquo: '\u201c',
    rdquo: '\u201d',
    reg: '\u00ae',
    trade: '\u2122',
    sect: '\u00a7',
  }),
)
const FENCE = /^[ \t]*(?:```|~~~)/m
const QUOTED = /^\s*(["'“‘])[\s\S]*["'”’]\s*$/

function linesOf(text: string): { text: string; start: number }[] {
  return [...text.matchAll(LINE)].map((match) => ({ text: match[0], start: match.index }))
}

/** Words that open every line of a comment block; a word that opens only some lines is part of the text. */
function commentWords(lines: readonly { text: string; start: number }[]): Span[] {
  const spans: Span[] = []
  let isOpened = 0
  let isFilled = 0
  for (const line of lines) {
    const mark = COMMENT_WORD.exec(line.text)
    if (mark !== null) spans.push({ start: line.start, end: line.start + mark[0].length })
    if (mark !== null) isOpened++
    if (mark !== null || /[\p{L}\p{N}]/u.test(line.text)) isFilled++
  }
  return isOpened >= isFilled * 0.8 ? spans : []
}

function matchesOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** A text of the same length with some places made blank, so that every other place stays what it was. */
function blanked(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text
  const pieces: string[] = []
  let at = 0
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.end <= at) continue
    const start = Math.max(span.start, at)
    pieces.push(text.slice(at, start), text.slice(start, span.end).replace(/[^\r\n]/g, ' '))
    at = span.end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** The signs that HTML writes as entities, each behind as many joiners as it takes for the text to stay as long as it was. */
function withEntitiesRead(text: string): string {
  return text.replace(ENTITY, (entity, name?: string, decimal?: string, hex?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const sign = name === undefined ? String.fromCharCode(code) : (NAMED.get(name.toLowerCase()) ?? ' ')
    return '\u200b'.repeat(entity.length - 1) + sign
  })
}

/** Reads a text for alignment: comment marks, markup, link targets, identifier lines and copyright notices are passed over. */
export function readForMatching(original: string): MatchingText {
  const notes: MatchingNote[] = []
  const without = (text: string, spans: readonly Span[], note: MatchingNote) => {
    if (spans.length > 0) notes.push(note)
    return blanked(text, spans)
  }
  if (FENCE.test(original)) notes.push('code-fence-ignored')
  if (original.length < 200_000 && QUOTED.test(original)) notes.push('quotes-ignored')
  let text = without(original, commentWords(linesOf(original)), 'comment-words-ignored')
  const tags = matchesOf(text, TAG)
  if (tags.length > 2) text = without(text, tags, 'markup-ignored')
  text = withEntitiesRead(text)
  text = without(text, matchesOf(text, LINK_TARGET), 'links-ignored')
  const identifiers = linesOf(text)
    .filter((line) => IDENTIFIER.test(line.text))
    .map((line) => ({ start: line.start, end: line.start + line.text.length }))
  text = without(text, identifiers, 'identifier-lines-ignored')
  text = without(text, copyrightNoticesOf(text), 'notices-ignored')
  const tokens = normaliseTokens(text)
  return {
    tokens,
    words: Uint32Array.from(tokens, (token) => hashWord(token.word)),
    vocabulary: new Set(tokens.map((token) => token.word)),
    notes,
  }
}
