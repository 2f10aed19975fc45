/** A line of a text without the blank space around it; start and end are the same where it is empty. */
export interface ReadLine {
  /** From 1, as editors count. */
  number: number
  /** Where the line begins, with the blank space before its words. */
  from: number
  start: number
  end: number
}

/** The lines of a text with their places in it; line feed, carriage return and both together end a line. */
export function readLines(text: string): ReadLine[] {
  const lines: ReadLine[] = []
  let from = 0
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push(trimmed(text, from, match.index, lines.length + 1))
    from = match.index + match[0].length
  }
  if (from < text.length) lines.push(trimmed(text, from, text.length, lines.length + 1))
  return lines
}

function trimmed(text: string, from: number, to: number, number: number): ReadLine {
  let [start, end] = [from, to]
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { number, from, start, end }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0
}
