import { clauseMarker, type Marker } from './clause-marker.ts'
import { type ReadLine, readLines } from './text-lines.ts'

/** A piece of a licence text as it is read: a heading, a numbered clause or a paragraph, with its place in the decoded text. */
export interface TextBlock {
  kind: 'title' | 'heading' | 'clause' | 'paragraph'
  start: number
  end: number
  /** Where the number ends and the words begin; the start where there is no number. */
  wordsAt: number
  /** The section it opens, or that it stands in: `3.2(a)`; null before the first. */
  section: string | null
  /** Address within the page, such as `s3-a`; null where it opens no section. */
  anchor: string | null
  /** Depth of the number, from 0. */
  depth: number
}

/** No block is longer, so that a text of a single line still comes in pieces. */
const MOST_CHARACTERS = 16_000

/** What stands behind the numbered clauses, under a number of its own. */
const APPENDIX = /^(?:attachment|appendix|annex|exhibit|schedule)(?:\s+[A-Z\d]{1,3}\b)?/i

/** Cuts a text into blocks at blank lines and at numbers. Blocks follow one another; only blank space lies between them. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  const seen = new Map<string, number>()
  let path: readonly string[] = []
  for (const { start, end, marker } of paragraphs(text)) {
    if (marker) path = marker.pathFrom(path)
    const wordsAt = marker ? start + marker.length : start
    const kind = kindOf(text.slice(wordsAt, Math.min(end, wordsAt + 120)), marker, blocks.length === 0)
    const appendix = kind === 'heading' && !marker ? APPENDIX.exec(text.slice(start, end)) : null
    if (appendix) path = [appendix[0]]
    const place = { section: path.length === 0 ? null : sectionName(path), depth: marker ? path.length - 1 : 0 }
    const anchor = marker || appendix ? unique(seen, `s${path.join('-')}`) : null
    for (const [from, to] of pieces(text, start, end)) {
      const isFirst = from === start
      blocks.push({
        kind,
        start: from,
        end: to,
        wordsAt: isFirst ? wordsAt : from,
        anchor: isFirst ? anchor : null,
        ...place,
      })
    }
  }
  return blocks
}

/**
 * The section a place lies in as the page shows it, `1(b)`, null before the first. This follows the layout: a block has one
 * address and holds what comes next. What people cite, `1.b`, is read from the outline in section-place.ts.
 */
export function shownSectionAt(blocks: readonly TextBlock[], place: number): string | null {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return blocks[low - 1]?.section ?? null
}

/** `['3', '2', 'a']` as people write it: `3.2(a)`. */
function sectionName(path: readonly string[]): string {
  return path.reduce(
    (name, part, at) =>
      at === 0 ? part : /^\d/.test(part) && /\d$/.test(name) ? `${name}.${part}` : `${name}(${part})`,
    '',
  )
}

interface Paragraph {
  start: number
  end: number
  marker: Marker | null
}

/** Blank lines part paragraphs, and so does a line that opens with a number or a bullet. */
function paragraphs(text: string): Paragraph[] {
  const all: Paragraph[] = []
  let open: Paragraph | null = null
  for (const line of readLines(text)) {
    if (line.start === line.end) {
      open = null
      continue
    }
    const marker = clauseMarker(text.slice(line.start, Math.min(line.end, line.start + 200)))
    if (open !== null && !opensParagraph(text, open.end, line, marker) && !isBelowHeading(text, open, line)) {
      open.end = line.end
      continue
    }
    open = { start: line.start, end: line.end, marker }
    all.push(open)
  }
  return all
}

/** A wrapped line may begin with a figure by chance; a clause goes on with a capital or follows what ends like one. */
function opensParagraph(text: string, before: number, line: ReadLine, marker: Marker | null): boolean {
  if (marker?.length === line.end - line.start) return true
  if (marker?.isSub && /(?:[.;:,)]|\b(?:and|or))$/.test(text.slice(Math.max(0, before - 5), before))) return true
  if (marker) return /^[*_]*[\p{Lu}"“‘'[(]/u.test(text.slice(line.start + marker.length, line.end))
  return /^(?:[-*•]\s|#{1,6}\s)/.test(text.slice(line.start, line.start + 8))
}

/** A short numbered line over a longer one that begins anew is the heading of it. */
function isBelowHeading(text: string, { start, end, marker }: Paragraph, line: ReadLine): boolean {
  if (marker === null || marker.isSub) return false
  const words = text.slice(start + marker.length, end)
  if (words === '' || words.length > 60 || words.includes('\n') || /[,;:]$/.test(words)) return false
  return line.end - line.start > words.length * 1.3 && /^[\p{Lu}"“(]/u.test(text.slice(line.start, line.start + 2))
}

function kindOf(words: string, marker: Marker | null, isFirst: boolean): TextBlock['kind'] {
  const plain = words.replaceAll(/[*_#]/g, '').trim()
  const isShort =
    plain.length <= 90 && /\p{L}/u.test(plain) && (!/[.;:,]$/.test(plain) || plain === plain.toUpperCase())
  if (marker === null) return isShort ? (isFirst ? 'title' : 'heading') : 'paragraph'
  return !marker.isSub && isShort && plain.length <= 70 ? 'heading' : 'clause'
}

function* pieces(text: string, start: number, end: number): Generator<[number, number]> {
  let from = start
  while (end - from > MOST_CHARACTERS) {
    const space = text.lastIndexOf(' ', from + MOST_CHARACTERS)
    const cut = space > from ? space + 1 : from + MOST_CHARACTERS
    // Two halves of one character stay together.
    const to = /[\ud800-\udbff]/.test(text[cut - 1] ?? '') ? cut - 1 : cut
    yield [from, to]
    from = to
  }
  yield [from, end]
}

function unique(seen: Map<string, number>, anchor: string): string {
  const clean = anchor.toLowerCase().replaceAll(/[^a-z0-9-]/g, '')
  const count = (seen.get(clean) ?? 0) + 1
  seen.set(clean, count)
  return count === 1 ? clean : `${clean}_${count}`
}
