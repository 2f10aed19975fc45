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
/** Every mark holds one of these; a quick look spares most words the rest. */
const MAY_NUMBER = /[.)]/
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
  if (chunk.length > 16 || !MAY_NUMBER.test(chunk)) return false
  const mark = chunk.replace(MARK_NOISE, '').toLowerCase()
  if ((REFERS.has(before.lastWord) || /^\d/.test(before.lastWord)) && !before.isPartEnd && !before.isBreak) return false
  if (LETTER_MARK.test(mark) || LETTER_DOT.test(mark)) return true
  return NUMBER_MARK.test(mark) && (before.isBreak || before.isPartEnd)
}

/** Whether a character stands between words, as `\s` reads it. */
function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  if (code < 160) return false
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}

function nextWord(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

function wordEndOf(text: string, from: number): number {
  let at = from
  while (at < text.length && !isSpace(text.charCodeAt(at))) at++
  return at
}

function lineBreaksIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) count++
  return count
}

/** What a run of characters between spaces holds, whatever stands around it. */
interface Chunk {
  words: readonly { word: string; start: number; end: number }[]
  hasWord: boolean
  endsPart: boolean
  endsSentence: boolean
  /** `Copyright (c)` says the same thing twice; it numbers nothing. */
  isCopyrightSign: boolean
}

// Most chunks of most texts are the same few thousand words: each is taken apart once.
const chunks = new Map<string, Chunk>()
const MOST_CHUNKS = 50_000
const LONGEST_KEPT = 40

function takeApart(chunk: string): Chunk {
  const hasWord = HAS_WORD.test(chunk)
  const words = hasWord
    ? [...chunk.matchAll(WORD)].flatMap((found) => {
        const word = cleanWord(found[0])
        return word === '' ? [] : [{ word, start: found.index, end: found.index + found[0].length }]
      })
    : []
  const tail = chunk.slice(-8)
  return {
    words,
    hasWord,
    endsPart: ENDS_PART.test(tail),
    endsSentence: ENDS_SENTENCE.test(tail),
    isCopyrightSign: /^\(c\)$/i.test(chunk),
  }
}

function chunkOf(chunk: string): Chunk {
  if (chunk.length > LONGEST_KEPT) return takeApart(chunk)
  const kept = chunks.get(chunk)
  if (kept !== undefined) return kept
  if (chunks.size >= MOST_CHUNKS) chunks.clear()
  const taken = takeApart(chunk)
  chunks.set(chunk, taken)
  return taken
}

/** The words of a text in order, each with its place in the original; copyright notices are kept. */
export function normaliseTokens(original: string): Token[] {
  const text = original.replace(/\r(?!\n)/g, '\n').replace(FENCE, (fence) => ' '.repeat(fence.length))
  const tokens: Token[] = []
  const before: Before = { lastWord: '', isPartEnd: true, isBreak: true }
  let isSentenceEnd = true
  let wordEnd = 0
  let hasMark = false
  for (let start = nextWord(text, 0); start < text.length; ) {
    const raw = text.slice(start, wordEndOf(text, start))
    const here = start
    start = nextWord(text, start + raw.length)
    const chunk = chunkOf(raw)
    if (!chunk.hasWord || (chunk.isCopyrightSign && before.lastWord === 'copyright')) continue
    before.isBreak = wordEnd === 0 || lineBreaksIn(text, wordEnd, here) > 1
    if (isEnumerator(raw, before)) {
      hasMark = true
      // A mark ends nothing, but what follows it is a new part: `1. a) …` is two marks.
      before.isPartEnd = true
      wordEnd = here + raw.length
      continue
    }
    let isClauseStart = hasMark || before.isBreak || isSentenceEnd
    for (const { word, start: from, end } of chunk.words) {
      pushToken(tokens, { word, start: here + from, end: here + end, isClauseStart })
      isClauseStart = false
      before.lastWord = word
    }
    hasMark = false
    before.isPartEnd = chunk.endsPart
    isSentenceEnd = chunk.endsSentence
    wordEnd = here + raw.length
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
