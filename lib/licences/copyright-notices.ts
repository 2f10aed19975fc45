// The word alone opens many a clause: only with its sign, a year or a place for one behind it is it a notice.
const NOTICE =
  /^\W{0,40}(?:portions |parts )?(?:copyright\W{0,8}(?:by\W{0,8})?(?:\(c\)|©|\d{4}|\d\dyy|yyyy|year)|(?:©|\(c\))\W{0,8}(?:copyright|\d{4}))/i
const RESERVED = /^\W{0,40}all rights reserved\W*$/i
/** Words that say what one may or must do: a line that holds one is never taken for a mere notice. */
const OPERATIVE =
  /\b(?:permi|distribut|redistribut|licens|licenc|grant|may|must|shall|warrant|provided|subject|you|your|use|code|copy|copies|modif|condition|purpose|this|any|only|free(?= for))\b|\b(?:permi|distribut|redistribut|licens|licenc|grant|warrant|modif|condition)|\bright(?!s reserved)/i
const FENCE = /^[ \t]*(?:```|~~~)/
const HAS_WORD = /[\p{L}\p{N}]/u
const LONGEST_NOTICE = 600
const LONGEST_LINE = 240

interface Line {
  text: string
  start: number
  isNotice: boolean
}

function isNotice(line: string): boolean {
  return line.length <= LONGEST_LINE && NOTICE.test(line) && !OPERATIVE.test(line)
}

function isNoticeLine(line: string): boolean {
  return isNotice(line) || RESERVED.test(line)
}

function markNotices(paragraph: readonly Line[]): void {
  const first = paragraph[0]
  if (first === undefined) return
  const size = paragraph.reduce((sum, line) => sum + line.text.length + 1, 0)
  // A paragraph that opens as a notice and grants nothing is a notice to its end, however it is wrapped.
  const isWhole =
    size <= LONGEST_NOTICE && isNoticeLine(first.text) && !paragraph.some((line) => OPERATIVE.test(line.text))
  for (const line of paragraph) line.isNotice = isWhole || isNoticeLine(line.text)
}

function markedLines(text: string): Line[] {
  const lines: Line[] = []
  let paragraph: Line[] = []
  let start = 0
  for (const match of text.matchAll(/\r\n|\n|\r|$/g)) {
    const line: Line = { text: text.slice(start, match.index), start, isNotice: false }
    start = match.index + match[0].length
    lines.push(line)
    if (HAS_WORD.test(line.text) && !FENCE.test(line.text)) {
      paragraph.push(line)
      continue
    }
    markNotices(paragraph)
    paragraph = []
  }
  markNotices(paragraph)
  return lines
}

/** A text without the lines that only say who holds the copyright since when; whatever might be a clause is kept. */
export function withoutCopyrightNotices(text: string): string {
  return markedLines(text)
    .filter((line) => !line.isNotice)
    .map((line) => line.text)
    .join('\n')
}

/** Where a text has lines that only say who holds the copyright since when. */
export function copyrightNoticesOf(text: string): { start: number; end: number }[] {
  return markedLines(text)
    .filter((line) => line.isNotice)
    .map((line) => ({ start: line.start, end: line.start + line.text.length }))
}
