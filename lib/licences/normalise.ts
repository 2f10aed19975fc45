import { createHash } from 'node:crypto'
import { withoutCopyrightNotices } from './copyright-notices.ts'
import { canonicalSpelling, joinedSpelling } from './spelling-variants.ts'

/** Stored with every fingerprint: two fingerprints compare only under one version. */
export const NORMALISER_VERSION = '1'

/** One word of a text as matching reads it, and where it stands in the original. */
export interface Token {
  word: string
  start: number
  end: number
  /** A numbered item, a sentence or a paragraph begins here. */
  isClauseStart: boolean
}

// Han characters are words each, since they are wrapped anywhere. The alternatives begin with unlike characters, so no
// long run is ever tried twice.
const PIECE = String.raw`[[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]--\p{sc=Han}]+`
const WORD = new RegExp(
  String.raw`[$€£¥%]|\p{sc=Han}|${PIECE}(?:(?<=\p{N})[.,](?=\p{N})${PIECE}|['’](?=\p{L})${PIECE})*`,
  'gv',
)
const HAS_WORD = /[\p{L}\p{N}$€£¥%]/u
const NUMBER_MARK = /^\(?\d{1,2}(?:(?:\.\d{1,2})*[.)]|(?:\.\d{1,2})+)$/
const LETTER_MARK = /^(?:\((?:[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})\))$/
const LETTER_DOT = /^[a-z]\.$/
const REFERS = new Set(
  'section sections clause clauses paragraph paragraphs article articles exhibit appendix schedule attachment annex part version v subsection item or and to than'.split(
    ' ',
  ),
)
const MARK_NOISE = /[\\*_#>"'“”`]/g
const ENDS_PART = /[.;:,!?]["'”’)\]*_]*$/
const ENDS_SENTENCE = /[.!?]["'”’)\]*_]*$/
const FENCE = /^[ \t]*(?:```|~~~)[\w-]*[ \t]*$/gm

function cleanWord(raw: string): string {
  const word = raw
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200d'’]/g, '')
  return canonicalSpelling(/^\d[\d,]*$/.test(word) ? word.replaceAll(',', '') : word)
}

interface Before {
  lastWord: string
  isPartEnd: boolean
  isBreak: boolean
}

/** Whether a chunk only numbers what follows, judged without line ends so that reflowing a text changes nothing. */
function isEnumerator(chunk: string, before: Before): boolean {
  if (chunk.length > 16) return false
  const mark = chunk.replace(MARK_NOISE, '').toLowerCase()
  if ((REFERS.has(before.lastWord) || /^\d/.test(before.lastWord)) && !before.isPartEnd && !before.isBreak) return false
  if (LETTER_MARK.test(mark) || LETTER_DOT.test(mark)) return true
  return NUMBER_MARK.test(mark) && (before.isBreak || before.isPartEnd)
}

function lineBreaksIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) count++
  return count
}

/** The words of a text in order, each with its place in the original; copyright notices are kept. */
export function normaliseTokens(original: string): Token[] {
  const text = original.replace(/\r(?!\n)/g, '\n').replace(FENCE, (fence) => ' '.repeat(fence.length))
  const tokens: Token[] = []
  const before: Before = { lastWord: '', isPartEnd: true, isBreak: true }
  let isSentenceEnd = true
  let wordEnd = 0
  let hasMark = false
  for (const match of text.matchAll(/\S+/g)) {
    const chunk = match[0]
    const start = match.index
    // `Copyright (c)` says the same thing twice; it numbers nothing.
    if (!HAS_WORD.test(chunk) || (before.lastWord === 'copyright' && /^\(c\)$/i.test(chunk))) continue
    before.isBreak = wordEnd === 0 || lineBreaksIn(text, wordEnd, start) > 1
    if (isEnumerator(chunk, before)) {
      hasMark = true
      // A mark ends nothing, but what follows it is a new part: `1. a) …` is two marks.
      before.isPartEnd = true
      wordEnd = start + chunk.length
      continue
    }
    let isClauseStart = hasMark || before.isBreak || isSentenceEnd
    for (const found of chunk.matchAll(WORD)) {
      const word = cleanWord(found[0])
      if (word === '') continue
      const at = start + found.index
      pushToken(tokens, { word, start: at, end: at + found[0].length, isClauseStart })
      isClauseStart = false
      before.lastWord = word
    }
    hasMark = false
    before.isPartEnd = ENDS_PART.test(chunk.slice(-8))
    isSentenceEnd = ENDS_SENTENCE.test(chunk.slice(-8))
    wordEnd = start + chunk.length
  }
  return tokens
}

function pushToken(tokens: Token[], token: Token): void {
  const last = tokens.at(-1)
  const joined = last && !token.isClauseStart ? joinedSpelling(last.word, token.word) : null
  if (!last || joined === null) {
    tokens.push(token)
    return
  }
  const [first = joined, second] = joined.split(' ')
  last.word = canonicalSpelling(first)
  if (second === undefined) last.end = token.end
  else tokens.push({ ...token, word: second })
}

/** The words by which a text is recognised: layout, punctuation, numbering, spelling variants and copyright notices are gone. */
export function normaliseWords(text: string): string[] {
  return normaliseTokens(withoutCopyrightNotices(text)).map((token) => token.word)
}

/** One hash for a sequence of normalised words; equal means that only what the normaliser drops can differ. */
export function fingerprintOf(words: readonly string[]): string {
  return createHash('sha256').update(words.join(' ')).digest('hex')
}
