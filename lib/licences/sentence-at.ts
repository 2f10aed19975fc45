export interface Passage {
  start: number
  end: number
  /** The words on one line, as they stand in the text otherwise. */
  words: string
}

const LONGEST = 1_200
/** A blank line, or a line that opens a list item: a sentence does not reach over it. */
const BREAK = /\n[ \t]*(?=\n)|\n(?=[ \t>]*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})\\?[.)]|[-*•#]+)\s)/gi
/** Where a sentence ends: never inside an address, an abbreviation of one letter or a number. */
const END = /(?<=[^\s.][^\s.][.!?;]["”’)\]*]{0,3})\s+(?=["“(*]{0,2}[A-Z\d“"(])|;\s+(?:and|or)?\s*(?=\n)/g

function bounds(text: string, pattern: RegExp, offset: number, from: number, to: number): [number, number] {
  let [start, end] = [from, to]
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const at = from + match.index
    if (at + match[0].length <= offset) start = at + match[0].length
    else if (at >= offset) {
      end = at
      break
    }
  }
  return [start, end]
}

/** The sentence in which a place of a text lies; a very long one is cut around that place. */
export function sentenceAt(text: string, offset: number): Passage {
  const near = Math.max(0, offset - LONGEST)
  const [blockStart, blockEnd] = bounds(text, BREAK, offset, near, Math.min(text.length, offset + LONGEST))
  const [start, end] = bounds(text, END, offset, blockStart, blockEnd)
  return { start, end, words: text.slice(start, end).replaceAll(/\s+/g, ' ').trim() }
}
