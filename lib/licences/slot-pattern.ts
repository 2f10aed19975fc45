/**
 * Words that never stand in a place left for a name: one that granted, forbade or conditioned something could hide there.
 */
const NEVER_A_NAME = new Set(
  (
    'not no nor never neither none cannot may must shall will should unless except only without until provided if when where whether ' +
    'commercial noncommercial commercially license licenses licensed licensee permitted permission permit prohibited forbidden restricted ' +
    'require required requires agree agrees use used uses using distribute redistribute distribution modify sell sold grant granted ' +
    'warranty warranties liable liability royalty fee fees charge purpose purposes you your users user ' +
    'printed shown members outside inside receives receive save paying paid percent schools which who whom whose minus during revocable excluded dispute disputes arbitration'
  ).split(' '),
)

/** One alternative of a replaceable phrase: words, and places for some words or for some or none. */
type Piece = string | { fewest: 0 | 1 }
export type SlotPattern = readonly (readonly Piece[])[]

/** Reads alternatives of words in which (*) stands for some words, (**) for some or none, (#) for a version. */
export function readSlotPattern(pattern: string): SlotPattern {
  return pattern.split('|').map((alternative) =>
    alternative
      .split(' ')
      .filter((word) => word !== '')
      .map((word): Piece => (word === '(*)' ? { fewest: 1 } : word === '(**)' ? { fewest: 0 } : word)),
  )
}

/** Whether an alternative is one open place and nothing else. */
export function isAnything(pieces: readonly Piece[]): boolean {
  return pieces.length === 1 && typeof pieces[0] !== 'string'
}

/** Whether words may fill a place left for a name: not too many, and none that could change what is granted. */
export function isFilling(words: readonly string[], most: number): boolean {
  return words.length <= most && !words.some((word, at) => NEVER_A_NAME.has(word) || isFree(word, words[at + 1]))
}

/** Free Software is somebody's name, free for schools is not. */
function isFree(word: string, next: string | undefined): boolean {
  return word === 'free' && next !== 'software'
}

const LONGEST_FILLING = 60
const VERSION = '(#)'
const VERSION_NUMBER = /^\d{1,3}(?:\.\d{1,3}){1,2}$/

/** Whether words fit one alternative of a pattern, each open place filled by nothing but names. */
export function fitsSlotPattern(pattern: SlotPattern, words: readonly string[]): boolean {
  return words.length <= 200 && pattern.some((pieces) => fits(pieces, 0, words, 0))
}

function fits(pieces: readonly Piece[], piece: number, words: readonly string[], word: number): boolean {
  const current = pieces[piece]
  if (current === undefined) return word === words.length
  if (typeof current === 'string') {
    const given = words[word]
    const isSame = current === VERSION ? VERSION_NUMBER.test(given ?? '') : given === current
    return isSame && fits(pieces, piece + 1, words, word + 1)
  }
  const isLast = piece === pieces.length - 1
  for (let end = isLast ? words.length : word + current.fewest; end <= words.length; end++) {
    if (end - word < current.fewest) continue
    if (!isFilling(words.slice(word, end), LONGEST_FILLING)) return false
    if (fits(pieces, piece + 1, words, end)) return true
  }
  return false
}

export const LONGEST_NOTICE = 150
const RESERVED_FONT_NAME = ['with', 'reserved', 'font', 'name']
const NOTICE_WORDS = new Set(['copyright', 'copyrights', 'c'])

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word)

/** Whether words only say who holds the copyright, of what and since when. */
export function isNotice(words: readonly string[]): boolean {
  const isOwner = NOTICE_WORDS.has(words[0] ?? '') || (words.slice(0, 8).includes('copyright') && words.some(isYear))
  const isFontName = RESERVED_FONT_NAME.every((word, at) => words[at] === word)
  return (isOwner || isFontName) && isFilling(words, LONGEST_NOTICE)
}
