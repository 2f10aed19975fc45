/** A numbered or named part of a text, such as `3`, `5.b` or `attachment a`. */
export interface TextPart {
  /** Its numbers and letters from the outside in, in lower case: `['1', 'b', 'iv']`. */
  path: readonly string[]
  start: number
  end: number
}

interface Mark {
  style: string
  value: string
  /** Blanks before it; null for one inside a line. */
  indent: number | null
}

interface Open extends Mark {
  part: { path: string[]; start: number; end: number }
}

const LEAD = String.raw`^[\s>#*_•-]*\\?`
const NAMED = new RegExp(`${LEAD}(attachment|exhibit|appendix|annex|schedule)\\b[ :]{0,2}([a-z0-9]{1,2}\\b)?`, 'i')
const HEADED = new RegExp(`${LEAD}(?:section|article)\\s+(\\d{1,2}|[ivx]{1,4})\\b`, 'i')
const DOTTED = new RegExp(`${LEAD}(\\d{1,2}(?:\\.\\d{1,2})+)\\\\?[.)]?(?=[\\s*A-Z"“]|$)`)
const MARKS: readonly [style: string, pattern: RegExp][] = [
  ['1.', new RegExp(`${LEAD}(\\d{1,2})\\\\?\\.(?=[\\s*A-Z"“]|$)`)],
  ['1)', new RegExp(`${LEAD}(\\d{1,2})\\\\?\\)(?=\\s|$)`)],
  ['(1)', new RegExp(`${LEAD}\\((\\d{1,2})\\)(?=\\s|$)`)],
  ['a.', new RegExp(`${LEAD}([a-z]|[ivx]{2,4})\\\\?\\.(?=[\\s“"]|$)`)],
  ['(a)', new RegExp(`${LEAD}\\(([a-z]|[ivx]{2,4})\\)(?=\\s|$)`)],
  ['a)', new RegExp(`${LEAD}([a-z]|[ivx]{2,4})\\\\?\\)(?=\\s|$)`)],
  ['I.', new RegExp(`${LEAD}([IVX]{1,4})\\\\?\\.(?=\\s|$)`)],
  ['(A)', new RegExp(`${LEAD}\\(([A-Z])\\)(?=\\s|$)`)],
]
const INLINE = /(?<=[;.]\s{1,2}(?:and\s|or\s)?)(?:\(([a-z])\)|([a-z])\.)(?=\s)/g
const LONGEST_HEADING = 90
/** The title of a policy that stands behind an agreement in the same text. */
const POLICY = /^[\s>#*_]*(?:[A-Z\d][\w.’'-]*\s+){0,8}(?:Use Policy|USE POLICY)[\s*_]*$/
const ENDED = /^\W{0,20}end of terms\b/i
const BLANK_BEFORE = /\n[ \t\r]*\n[ \t]*$/
/** Deeper than any licence nests: a first item below that begins its list anew. */
const DEEPEST = 6
const ROMANS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi'.split(' ')

function rankOf({ style, value }: Pick<Mark, 'style' | 'value'>): number {
  if (style.includes('1')) return Number(value)
  if (style.startsWith('roman') || style === 'I.') return ROMANS.indexOf(value.toLowerCase()) + 1
  return value.toLowerCase().charCodeAt(0) - 96
}

/** Letters that are roman numerals too: `i` after `h` is a letter, at the start of a list a numeral. */
function settled(mark: Mark, open: readonly Open[]): Mark {
  if (!/^\(?a/.test(mark.style) || !ROMANS.includes(mark.value)) return mark
  const roman = { ...mark, style: `roman ${mark.style}` }
  if (mark.value.length > 1) return roman
  const isNextLetter = open.some((one) => one.style === mark.style && rankOf(one) + 1 === rankOf(mark))
  const isNextRoman = open.some((one) => one.style === roman.style && rankOf(one) + 1 === rankOf(roman))
  if (isNextRoman && !isNextLetter) return roman
  return isNextLetter || mark.value !== 'i' ? mark : roman
}

class Outline {
  readonly parts: { path: string[]; start: number; end: number }[] = []
  private open: Open[] = []
  private over: { path: string[]; start: number; end: number } | null = null

  /** Closes what ends here and opens a part below the first `keep` that stay open. */
  private push(mark: Mark, keep: number, at: number): void {
    this.close(keep, at)
    const path = [...(this.open.at(-1)?.part.path ?? []), mark.value.toLowerCase()]
    const part = { path, start: at, end: at }
    this.parts.push(part)
    this.open.push({ ...mark, part })
  }

  close(keep: number, at: number): void {
    for (const one of this.open.slice(keep)) one.part.end = at
    this.open = this.open.slice(0, keep)
  }

  top(value: string, at: number, style = 'headed'): void {
    this.push({ style, value, indent: null }, 0, at)
  }

  /** A policy behind the numbered parts; before them such a title is the text's own. */
  policy(at: number): void {
    if (this.open.length > 0) this.top('policy', at)
  }

  /** A heading over several numbered parts, whose numbers run on past it. */
  heading(value: string, at: number): void {
    if (this.over) this.over.end = at
    this.over = { path: [value], start: at, end: at }
    this.parts.push(this.over)
  }

  end(at: number): void {
    if (this.over) this.over.end = at
    this.close(0, at)
  }

  dotted(values: readonly string[], indent: number, at: number): void {
    let keep = 0
    while (keep < values.length - 1 && this.open[keep]?.value === values[keep]) keep++
    for (const [index, value] of values.entries()) {
      if (index >= keep) this.push({ style: index === 0 ? '1.' : `1.${index}`, value, indent }, index, at)
    }
  }

  mark(found: Mark, at: number): void {
    const mark = settled(found, this.open)
    const same = this.before(mark)
    const again = this.again(mark)
    // A number that skips a few still goes on with its list; anything else is a number in a sentence.
    const near = this.open.findLastIndex((one) => one.style === mark.style && rankOf(mark) > rankOf(one))
    const before = this.open[near]
    if (same !== -1) this.push(mark, same, at)
    else if (rankOf(mark) === 1) this.push(mark, Math.min(again === -1 ? this.open.length : again, DEEPEST), at)
    else if (before && rankOf(mark) - rankOf(before) <= 3) this.push(mark, near, at)
  }

  /** The open part a mark goes on from, one as deep in the line before any other; -1 where there is none. */
  private before(mark: Mark): number {
    const isBefore = (one: Open) => one.style === mark.style && rankOf(one) + 1 === rankOf(mark)
    const asDeep = this.open.findLastIndex((one) => isBefore(one) && one.indent === mark.indent)
    return asDeep === -1 ? this.open.findLastIndex(isBefore) : asDeep
  }

  /** The open part whose list begins anew at a mark that stands further out than the list before it; -1 where none does. */
  private again({ style, indent }: Mark): number {
    if (indent === null) return -1
    const isFurtherOut = this.open.some((one) => one.style === style && (one.indent ?? 0) > indent)
    return isFurtherOut ? this.open.findIndex((one) => one.style === style && (one.indent ?? 0) >= indent) : -1
  }

  inline(line: string, at: number): void {
    for (const match of line.matchAll(INLINE)) {
      const [style, value] = match[1] === undefined ? ['a.', match[2] ?? ''] : ['(a)', match[1]]
      const mark = { style, value, indent: null }
      const isNext = this.open.some((one) => one.style === mark.style && rankOf(one) + 1 === rankOf(mark))
      if (isNext) this.mark(mark, at + match.index)
    }
  }
}

/** Whether a part lies in what is attached to the numbered parts, such as an appendix or a use policy. */
export function isAttached({ path: [first = ''] }: TextPart): boolean {
  return /^[a-z]{5}/.test(first)
}

/** The numbered and named parts of a text in order, each reaching to where the next one of its rank begins. */
export function outlineOf(text: string): TextPart[] {
  const outline = new Outline()
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0].length > 4_000 ? match[0].slice(0, 4_000) : match[0]
    const isFirst = BLANK_BEFORE.test(text.slice(Math.max(0, match.index - 20), match.index))
    if (isFirst && POLICY.test(line)) outline.policy(match.index)
    else if (ENDED.test(line)) outline.close(0, match.index)
    else readLine(outline, line, match.index)
  }
  outline.end(text.length)
  return outline.parts
}

function readLine(outline: Outline, line: string, from: number): void {
  const at = from + line.length - line.trimStart().length
  const isShort = line.trim().length < LONGEST_HEADING
  const named = isShort ? NAMED.exec(line) : null
  const headed = isShort ? HEADED.exec(line)?.[1] : undefined
  const dotted = DOTTED.exec(line)?.[1]
  if (named) outline.top(`${named[1]} ${named[2] ?? ''}`.trim(), at)
  else if (headed !== undefined && /^\d/.test(headed)) outline.top(headed, at, '1.')
  else if (headed !== undefined) outline.heading(`section ${headed.toLowerCase()}`, at)
  else if (dotted !== undefined) outline.dotted(dotted.split('.'), at - from, at)
  else markAt(outline, line, at - from, at)
  outline.inline(line, from)
}

function markAt(outline: Outline, line: string, indent: number, at: number): void {
  for (const [style, pattern] of MARKS) {
    const value = pattern.exec(line)?.[1]
    if (value === undefined) continue
    outline.mark({ style, value, indent }, at)
    return
  }
}
