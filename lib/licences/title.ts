import { withoutCopyrightNotices } from './copyright-notices.ts'
import { normaliseTokens } from './normalise.ts'

const LONGEST_TITLE = 12
const SHORTEST_BODY = 40
const TITLE_WORDS = ['license', 'agreement', 'terms']
const FILLERS = ['the', 'license', 'agreement', 'version', 'v', 'terms', 'of', 'and', 'model', 'text', 'full']

/** The words of a text's opening paragraph when that reads as the name of a licence; empty otherwise. */
export function titleWords(text: string): string[] {
  const lines: string[] = []
  for (const line of withoutCopyrightNotices(text.slice(0, 4_000)).split(/\r\n|\n|\r/)) {
    const hasWords = /[\p{L}\p{N}]/u.test(line)
    if (!hasWords && lines.length > 0) break
    if (hasWords) lines.push(line)
  }
  const words = normaliseTokens(lines.join('\n')).map((token) => token.word)
  return words.length <= LONGEST_TITLE && words.some((word) => TITLE_WORDS.includes(word)) ? words : []
}

/** The normalised words after the title; null when there is no title or too little after it to stand alone. */
export function bodyWords(text: string, words: readonly string[]): string[] | null {
  const title = titleWords(text)
  if (title.length === 0 || title.some((word, at) => words[at] !== word)) return null
  const body = words.slice(title.length)
  return body.length < SHORTEST_BODY ? null : body
}

/** Whether a title says no more than a licence's own name or id does: a "modified" one names another licence. */
export function isTitleOf(title: readonly string[], licenceName: string, licenceId: string): boolean {
  const own = normaliseTokens(`${licenceName} ${licenceId.replaceAll('-', ' ')}`).map((token) => token.word)
  return title.every((word) => own.includes(word) || FILLERS.includes(word))
}
