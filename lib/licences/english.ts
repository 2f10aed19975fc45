const COMMON = new Set(
  'the of to and or in a is this that for by be any not with as are you shall may on it from under your such all without if'.split(
    ' ',
  ),
)
const FEWEST_WORDS = 20
/** English licences have a third of these words and more, texts in other languages hardly one in twenty. */
const LEAST_SHARE = 0.1

/** Whether at least this share of the words is among the commonest of English, however few words there are. */
export function hasEnglishShare(words: readonly string[], leastShare: number): boolean {
  let common = 0
  for (const word of words) if (COMMON.has(word)) common++
  return common >= words.length * leastShare
}

/** Whether a text reads as English; one too short to tell is taken for it. */
export function isEnglish(words: readonly string[]): boolean {
  return words.length < FEWEST_WORDS || hasEnglishShare(words, LEAST_SHARE)
}
