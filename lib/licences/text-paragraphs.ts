/** Words between blank lines. */
export interface Paragraph {
  start: number
  end: number
  /** Blanks before its first word. */
  indent: number
}

/** A part without a number of its own, at its place in the count. */
export interface CountedPart {
  path: string[]
  start: number
  end: number
}

const TITLE_WORDS = 14
const DEEPEST = 6

/** The paragraphs of a text by their blank lines, without a title, notices of copyright and ruled lines. */
export function paragraphsOf(text: string): Paragraph[] {
  const all: Paragraph[] = []
  let open: Paragraph | null = null
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const line = match[0].trim()
    if (line === '' || /^[=*_-]{3,}$/.test(line)) {
      open = null
      continue
    }
    const indent = match[0].length - match[0].trimStart().length
    if (open) open.end = match.index + match[0].trimEnd().length
    else {
      open = { start: match.index + indent, end: match.index + match[0].trimEnd().length, indent }
      all.push(open)
    }
  }
  return all.filter((one, at) => !isFrame(text.slice(one.start, one.end), at))
}

function isFrame(words: string, at: number): boolean {
  if (/^copyright\b/i.test(words) && words.length < 160) return true
  return at === 0 && words.split(/\s+/).length <= TITLE_WORDS && !/[.:]$/.test(words)
}

/**
 * Parts of a text that has lost its numbers, counted by position from the heading of its definitions on: paragraphs at that
 * depth are sections, deeper ones their items, letters as numbers. None where the definitions have no heading.
 */
export function countedParts(text: string): CountedPart[] {
  const lines = [...text.matchAll(/[^\n]+/g)].flatMap((match) => {
    const body = match[0].trim()
    const indent = match[0].length - match[0].trimStart().length
    return body === ''
      ? []
      : [{ body, indent, start: match.index + indent, end: match.index + match[0].trimEnd().length }]
  })
  const first = lines.findIndex((line) => /^definitions?\b/i.test(line.body) && line.body.length < 80)
  const heading = lines[first]
  if (!heading) return []
  const parts: CountedPart[] = []
  const open: { indent: number; n: number; part: CountedPart }[] = []
  for (const line of lines.slice(first)) {
    if (line.indent < heading.indent) break
    const depth = Math.min(
      open.findLastIndex((one) => one.indent <= line.indent),
      DEEPEST,
    )
    const last = open[depth]
    const isNext = last?.indent === line.indent
    const n = isNext ? last.n + 1 : 1
    open.length = isNext ? depth : depth + 1
    const part = { path: [...open.map((one) => String(one.n)), String(n)], start: line.start, end: line.end }
    open.push({ indent: line.indent, n, part })
    for (const one of open) one.part.end = line.end
    parts.push(part)
  }
  return parts
}
