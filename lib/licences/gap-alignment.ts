/** A word of the reference and a word of the text that are the same word at the same place of both. */
export interface Pairing {
  reference: number
  text: number
}

export interface Gap {
  referenceFrom: number
  referenceTo: number
  textFrom: number
  textTo: number
  /** Words of the text before the first or behind the last shared word cost nothing: they stand outside. */
  isTextStartFree: boolean
  isTextEndFree: boolean
}

/** Larger gaps are left as one replacement: what differs that much is not read word by word. */
export const MAX_GAP_CELLS = 60_000

const SAME = 3
const LEFT = 1
const UP = 2
const DIAGONAL = 3

/** Pairs the words of a gap between two shared runs so that most words are shared; empty where the gap is too large. */
export function alignGap(reference: Uint32Array, text: Uint32Array, gap: Gap): Pairing[] {
  const rows = gap.referenceTo - gap.referenceFrom
  const columns = gap.textTo - gap.textFrom
  if (rows <= 0 || columns <= 0 || rows * columns > MAX_GAP_CELLS) return []
  const width = columns + 1
  const steps = new Uint8Array((rows + 1) * width)
  let above = new Int32Array(width)
  let current = new Int32Array(width)
  for (let column = 1; column < width; column++) {
    above[column] = gap.isTextStartFree ? 0 : -column
    steps[column] = LEFT
  }
  for (let row = 1; row <= rows; row++) {
    current[0] = gap.isTextStartFree ? 0 : -row
    steps[row * width] = UP
    const word = reference[gap.referenceFrom + row - 1]
    for (let column = 1; column < width; column++) {
      const left = (current[column - 1] ?? 0) - (row === rows && gap.isTextEndFree ? 0 : 1)
      const up = (above[column] ?? 0) - (column === columns && gap.isTextEndFree ? 0 : 1)
      const same = text[gap.textFrom + column - 1] === word ? (above[column - 1] ?? 0) + SAME : Number.NEGATIVE_INFINITY
      const best = Math.max(left, up, same)
      current[column] = best
      steps[row * width + column] = best === same ? DIAGONAL : best === up ? UP : LEFT
    }
    ;[above, current] = [current, above]
  }
  return walkBack(steps, width, gap)
}

function walkBack(steps: Uint8Array, width: number, gap: Gap): Pairing[] {
  const pairs: Pairing[] = []
  let row = gap.referenceTo - gap.referenceFrom
  let column = gap.textTo - gap.textFrom
  while (row > 0 && column > 0) {
    const step = steps[row * width + column]
    if (step === DIAGONAL) pairs.push({ reference: gap.referenceFrom + row - 1, text: gap.textFrom + column - 1 })
    if (step !== LEFT) row--
    if (step !== UP) column--
  }
  return pairs.reverse()
}
