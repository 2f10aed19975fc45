import { normaliseTokens } from '#lib/licences/normalise.ts'

/**
 * SPDX's regular expression for a replaceable phrase as alternatives of normalised words, where (*) stands for some
 * words, (**) for some or none and (#) for a version; '' where only punctuation varies; null where the phrase's own words do not fit.
 */
export function templatePattern(regex: string, ownWords: string): string | null {
  if (/^\[\^\.\]\+(?:\\\.)?$/.test(regex) || /^\.\{\d+,\d+\}$/.test(regex)) return '(*)'
  const plain = regex
    .replaceAll(/\\s[+*]?|\[ \\t\\r\\n\\f\]\{\d+,\d+\}/g, ' ')
    .replaceAll(/\\n/g, ' ')
    .replaceAll(/[,.'’:;]\?|\[[*"',.¹1#\\]*\][*?+]?|#\*|-\{1,2\}|--\?|-\*/g, ' ')
    .replaceAll('\\d(\\.\\d)?', '3|(#)')
    .replaceAll('(([0-9]+)\\.([0-9]+)\\.([0-9]+))?', '(|(#))')
    .replaceAll(/\.\+/g, ' (*) ')
    .replaceAll(/\.\*/g, ' (**) ')
  const words = new Set(expand(plain).map(normalised))
  const alternatives = [...words]
  if (alternatives.length === 1 && alternatives[0] === '') return ''
  if (alternatives.length > 40) return null
  const pattern = alternatives.join('|')
  return alternatives.some((one) => /\((?:\*\*?|#)\)/.test(one)) || words.has(ownWords) ? pattern : null
}

function normalised(alternative: string): string {
  return alternative
    .split(/(\((?:\*\*?|#)\))/)
    .map((piece) =>
      /^\((?:\*\*?|#)\)$/.test(piece)
        ? piece
        : normaliseTokens(`xx ${piece.replaceAll('\\', '')}`)
            .slice(1)
            .map((token) => token.word)
            .join(' '),
    )
    .filter((piece) => piece !== '')
    .join(' ')
    .trim()
}

/** Every alternative that groups, question marks and bars of a simple expression spell out. */
function expand(pattern: string): string[] {
  let at = 0
  const alternatives = (): string[] => {
    const all: string[] = []
    let current = ['']
    while (at < pattern.length && pattern[at] !== ')') {
      if (pattern[at] === '|') {
        all.push(...current)
        current = ['']
        at++
        continue
      }
      let options = [pattern[at] ?? '']
      const open = ['(*)', '(**)', '(#)'].find((one) => pattern.startsWith(one, at))
      if (open !== undefined) {
        options = [open]
        at += (options[0] ?? '').length
      } else if (pattern[at] === '(') {
        at++
        options = alternatives()
        at++
      } else if (pattern[at] === '\\') {
        options = [pattern[at + 1] ?? '']
        at += 2
      } else at++
      if (pattern[at] === '?') {
        options = [...options, '']
        at++
      }
      current = current.flatMap((one) => options.map((option) => one + option)).slice(0, 200)
    }
    return [...all, ...current]
  }
  const found: string[] = []
  while (at < pattern.length) {
    found.push(...alternatives())
    at++
  }
  return found
}
