// The word alone opens many a clause: only with its sign, a year or a place for one behind it is it a notice.
const NOTICE =
  /^\W{0,40}(?:portions |parts )?(?:copyright\W{0,8}(?:by\W{0,8})?(?:\(c\)|©|\d{4}|\d\dyy|yyyy|year)|(?:©|\(c\))\W{0,8}(?:copyright|\d{4}))/i
const RESERVED = /^\W{0,40}all rights reserved\W*$/i
/** Words that say what one may or must do: a line that holds one is never taken for a mere notice. */
const OPERATIVE =
  /\b(?:permi|distribut|redistribut|licens|licenc|grant|may|must|shall|warrant|provided|subject|you|your|use|code|copy|copies|modif|condition|purpose|this|any)\b|\b(?:permi|distribut|redistribut|licens|licenc|grant|warrant|modif|condition)|\bright(?!s reserved)/i
const FENCE = /^[ \t]*(?:```|~~~)/
const LONGEST_NOTICE = 600
const LONGEST_LINE = 240

function isNotice(line: string): boolean {
  return line.length <= LONGEST_LINE && NOTICE.test(line) && !OPERATIVE.test(line)
}

function isNoticeLine(line: string): boolean {
  return isNotice(line) || RESERVED.test(line)
}

function keptLines(paragraph: string[]): string[] {
  const first = paragraph[0]
  if (first === undefined) return paragraph
  const size = paragraph.reduce((sum, line) => sum + line.length + 1, 0)
  // A paragraph that opens as a notice and grants nothing is a notice to its end, however it is wrapped.
  if (size <= LONGEST_NOTICE && isNoticeLine(first) && !paragraph.some((line) => OPERATIVE.test(line))) return []
  return paragraph.filter((line) => !isNoticeLine(line))
}

/** A text without the lines that only say who holds the copyright since when; whatever might be a clause is kept. */
export function withoutCopyrightNotices(text: string): string {
  const kept: string[] = []
  let paragraph: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/[\p{L}\p{N}]/u.test(line) && !FENCE.test(line)) {
      paragraph.push(line)
      continue
    }
    kept.push(...keptLines(paragraph), line)
    paragraph = []
  }
  kept.push(...keptLines(paragraph))
  return kept.join('\n')
}
