import { numberAt, outlined } from './section-place.ts'
import { sentenceAt } from './sentence-at.ts'

/** What a licence says a document is, by the words around its address. */
export type LinkedKind = 'use-policy' | 'terms' | 'itself' | 'other'

export interface LinkedPlace {
  /** Null before the first numbered section. */
  section: string | null
  sentence: string
  start: number
  end: number
}

/** A document at an address that a licence points to. That it does is all that is known: the address is never opened by itself. */
export interface LinkedDocument {
  url: string
  kind: LinkedKind
  /** The text makes the document a part of itself. */
  isIncorporated: boolean
  /** The text says that the document may change. */
  mayChange: boolean
  places: LinkedPlace[]
}

// Only ASCII: in a text without spaces between words an address would run into the sentence.
const ADDRESS = /https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+(?:\\[_*~.-][\w.~:/?#@!$&'*+,;=%-]*)*/gi
const USE_POLICY = /\b(?:acceptable|prohibited|permitted)[ -]use\b|\buse[ -]polic|\bpolicy on use\b/i
const USE_POLICY_PATH = /(?:use[-_]?policy|acceptable[-_]?use|prohibited[-_]?use|\baup\b)/i
const TERMS = /\b(?:terms|conditions|guidelines|agreement|licen[sc]e|register)\b/i
const ITSELF = /\b(?:copy|version|text) of (?:the|this) licen[sc]e\b|\bobtain a copy\b/i
const INCORPORATED = /\bincorporated\b|\bmade (?:a )?part of\b|\bforms? (?:an integral )?part of\b/i
const MUTABLE =
  /\b(?:updated?|amend(?:ed)?|modif(?:y|ied)|change[ds]?|revised?)\b.{0,40}\b(?:from time to time|at any time)\b|\bmay (?:be )?(?:updated?|change)/i
const LONGEST_URL = 2_000
/** No licence points to more; a hostile text is not followed further. */
const MOST = 200
const MOST_MENTIONS = 1_000

/** An address as it is meant: without the sentence's own punctuation and Markdown's escapes. */
function cleaned(found: string): string {
  return found.replaceAll(/\\([_*~.-])/g, '$1').replace(/[.,;:!?'*_~]+$/, '')
}

/** What tells two addresses apart: not the protocol, not a slash at the end, not a place within the page. */
export function addressKey(url: string): string {
  return url
    .replace(/^https?:\/\//i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '')
    .replace(/^[^/]*/, (host) => host.toLowerCase())
}

function isOwnAddress(text: string, at: number, sentence: string): boolean {
  if (ITSELF.test(sentence)) return true
  if (at >= 600) return false
  const lineStart = text.lastIndexOf('\n', at) + 1
  const lineEnd = text.indexOf('\n', at)
  // An address that stands alone above the first clause is where the licence itself lies.
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd).trim()
  return /^<?https?:\/\/\S+$/.test(line)
}

function kindOf(text: string, at: number, url: string, sentence: string): LinkedKind {
  if (USE_POLICY_PATH.test(url) || USE_POLICY.test(sentence)) return 'use-policy'
  if (isOwnAddress(text, at, sentence)) return 'itself'
  return TERMS.test(sentence) || /\/(?:terms|legal|licen[sc]e|community-licen[sc]e)/i.test(url) ? 'terms' : 'other'
}

/** The sentence around an address; one that stands alone on its lines belongs to the sentence before it. */
function wordsAround(text: string, at: number, length: number): string {
  const { start, end, words } = sentenceAt(text, at)
  if (/[\p{L}\p{N}]/u.test(text.slice(start, at) + text.slice(at + length, end))) return words
  const before = text.slice(0, start).trimEnd().length - 1
  return before < 0 || start - before > 200 ? words : `${sentenceAt(text, before).words} ${words}`
}

const RANK: Record<LinkedKind, number> = { 'use-policy': 0, terms: 1, itself: 2, other: 3 }

/** Every document at an address that a text points to, with the sentence that does; use policies first, else as they come. */
export function linkedDocuments(text: string): LinkedDocument[] {
  const found = new Map<string, LinkedDocument>()
  const outline = outlined(text)
  let mentions = 0
  for (const match of text.matchAll(ADDRESS)) {
    if (++mentions > MOST_MENTIONS) break
    const url = cleaned(match[0])
    if (url.length > LONGEST_URL || !URL.canParse(url)) continue
    const words = wordsAround(text, match.index, match[0].length)
    const place = {
      section: numberAt(outline, match.index),
      sentence: words,
      start: match.index,
      end: match.index + match[0].length,
    }
    const kind = kindOf(text, match.index, url, words)
    const known = found.get(addressKey(url))
    if (known === undefined) {
      if (found.size >= MOST) break
      found.set(addressKey(url), {
        url,
        kind,
        isIncorporated: INCORPORATED.test(words),
        mayChange: MUTABLE.test(words),
        places: [place],
      })
      continue
    }
    if (RANK[kind] < RANK[known.kind]) known.kind = kind
    known.isIncorporated ||= INCORPORATED.test(words)
    known.mayChange ||= MUTABLE.test(words)
    if (known.places.at(-1)?.sentence !== words) known.places.push(place)
  }
  return [...found.values()].sort((a, b) => RANK[a.kind] - RANK[b.kind])
}
