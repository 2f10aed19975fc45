const COMMONEST: ReadonlySet<string> = new Set(
  'the of and to in or a an for is are be any this that by with on as not you your it its such from which shall may will if at we our no all other has have who was were'.split(
    ' ',
  ),
)
/** English legal prose has more than three of these words in ten; other languages share a few of them by chance. */
const LEAST_SHARE = 0.15

/** Whether words read as English: only then does a list of English words say anything about them. */
export function isEnglish(words: readonly string[], leastShare: number = LEAST_SHARE): boolean {
  let common = 0
  for (const word of words) if (COMMONEST.has(word)) common++
  return common >= leastShare * words.length
}
