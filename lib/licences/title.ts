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

/** Names that people give a licence beside those on the SPDX list. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['0BSD', 'Free Public License 1.0.0 Zero-Clause BSD'],
  ['BSD-2-Clause', 'Simplified FreeBSD BSD'],
  ['BSD-3-Clause', 'Modified New Revised BSD'],
  ['BSD-4-Clause', 'Original Old BSD'],
  ['MIT', 'Expat'],
  ['Zlib', 'zlib/libpng'],
])

/** Every word of the names of a licence. */
export function namesOf(licenceName: string, licenceId: string): string[] {
  const written = `${licenceName} ${licenceId.replaceAll('-', ' ')} ${OTHER_NAMES.get(licenceId) ?? ''}`
  return normaliseTokens(written.replaceAll(/[-/]/g, ' ')).map((token) => token.word)
}

/** Whether a title says no more than a licence's own name or id does: a "modified" one names another licence. */
export function isTitleOf(title: readonly string[], licenceName: string, licenceId: string): boolean {
  const own = namesOf(licenceName, licenceId)
  return title.every((word) => own.includes(word) || FILLERS.includes(word))
}
