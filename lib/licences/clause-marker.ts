/** The number that opens a clause. */
export interface Marker {
  /** How much of the line it takes, with the blank space after it. */
  length: number
  /** Whether it stands below a number: `(a)`, `b.`, `ii)`. */
  isSub: boolean
  /** The path of the clause, given that of the clause before it: `['3']` and `a.` make `['3', 'a']`. */
  pathFrom(before: readonly string[]): readonly string[]
}

const NUMBER =
  /^(?:[#*_>\s]*)(?:(?:section|article|clause)\s+)?(\d{1,3}(?:\.\d{1,3})*)(?:\\?[*_]*[.):]+(?=[\s*_]|$)|(?<=\.\d{1,3})(?=\s|$))[*_]*\s*/i
const CAPITAL =
  /^(?:[#*_>\s]*)(?:(?:section|article|clause|part|attachment|exhibit|appendix)\s+)?([IVX]{1,5}|[A-Z])[.):]+(?=\s|$)\s*/
const SUB = /^(?:[*_>\s]*)(?:\(([a-z]|[ivx]{1,5}|\d{1,2})\)|([a-z]|[ivx]{1,5})[.)])(?=\s)\s*/

/** Reads the number a line opens with; null where it opens with none. */
export function clauseMarker(line: string): Marker | null {
  const number = NUMBER.exec(line)
  if (number?.[1] !== undefined) {
    const path = number[1].split('.')
    return { length: number[0].length, isSub: false, pathFrom: () => path }
  }
  const sub = SUB.exec(line)
  const label = sub?.[1] ?? sub?.[2]
  if (sub && label !== undefined)
    return { length: sub[0].length, isSub: true, pathFrom: (before) => below(before, label) }
  const capital = CAPITAL.exec(line)
  if (capital?.[1] === undefined) return null
  const path = [capital[1].toLowerCase()]
  return { length: capital[0].length, isSub: false, pathFrom: () => path }
}

/** Letters stand below the number, small Roman figures and figures in brackets below a letter. */
function below(before: readonly string[], label: string): readonly string[] {
  const base = numbersOf(before)
  const letter = before[base.length]
  if (letter === undefined || !isLower(label, letter)) return [...base, label]
  return [...base, letter, label]
}

function numbersOf(path: readonly string[]): readonly string[] {
  const at = path.findIndex((part, index) => index > 0 && !/^\d+$/.test(part))
  return at === -1 ? path : path.slice(0, at)
}

/** `i` after `h` is a letter; after any other letter it is the first of the Roman figures. */
function isLower(label: string, letter: string): boolean {
  if (/^\d/.test(label)) return !/^\d/.test(letter)
  if (!/^[ivx]+$/.test(label) || /^[ivx]+$/.test(letter)) return false
  return label.length > 1 || letter.charCodeAt(0) + 1 !== label.charCodeAt(0)
}
