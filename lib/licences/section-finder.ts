/** A number, letter or small Roman numeral that opens a line, as agreements count their clauses; Markdown may escape the dot. */
const OPENING =
  /^[ \t>*_#]*(?:(?:section|article|clause)\s+)?\(?(\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})\\?[.)][*_]*(?=\s|$|[A-Z*“"])/i

interface Place {
  number: string
  letter: string
  roman: string
}

const NONE: Place = { number: '', letter: '', roman: '' }

function isRoman(mark: string, at: Place): boolean {
  if (mark.length > 1) return true
  // A single `i` counts on under a letter, unless the letters have just come to h; `v` and `x` only after other numerals.
  if (mark === 'i') return at.letter !== '' && at.letter !== 'h'
  return (mark === 'v' || mark === 'x') && at.roman !== ''
}

function step(at: Place, mark: string): Place {
  if (/^\d/.test(mark)) return { ...NONE, number: mark }
  const small = mark.toLowerCase()
  return isRoman(small, at) ? { ...at, roman: small } : { ...at, letter: small, roman: '' }
}

/** Lines after which the counting of the agreement itself is over. */
const ATTACHED = /^\W{0,20}(?:appendix|exhibit|annex|attachment|end of terms)\b|^[^.;,]{0,60}\buse policy\W*$/i

/** Finds the section of a text in which a place lies, such as `1.b.iv`; null before the first numbered one and in what is attached. */
export function sectionFinder(text: string): (offset: number) => string | null {
  const starts: { at: number; section: string | null }[] = []
  let place = NONE
  let start = 0
  for (const line of text.split('\n')) {
    const mark = OPENING.exec(line)?.[1]
    const isAttached = mark === undefined && place !== NONE && ATTACHED.test(line)
    if (mark !== undefined || isAttached) {
      place = mark === undefined ? NONE : step(place, mark)
      const section = [place.number, place.letter, place.roman].filter(Boolean).join('.')
      starts.push({ at: start, section: section === '' ? null : section })
    }
    start += line.length + 1
  }
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle]?.at ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return starts[low - 1]?.section ?? null
  }
}
