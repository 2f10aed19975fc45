import type { Edit } from './alignment.ts'
import { normaliseTokens, type Token } from './normalise.ts'

/** What says nothing of its own: marks, broken words, accents, addresses in brackets, a reserved-rights line. */
export interface LayoutText {
  tokens: readonly Token[]
  original: string
}

const MARK = /^(?:[a-z]|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2})$/
const REFERS = new Set(
  'section sections clause clauses paragraph paragraphs article articles exhibit appendix schedule version v subsection item'.split(
    ' ',
  ),
)
/** The Free Software Foundation has moved: its licences carry one address or another. */
const FSF_ADDRESS = new Set(
  '51 franklin street st fifth floor boston ma usa 02110 1301 021101301 59 temple place suite 330 02111 1307 021111307 675 mass ave avenue massachusetts cambridge 02139 31 milk 960789 02196 inc http www fsf gnu org licenses see'.split(
    ' ',
  ),
)
/** Misspellings that stand in published copies of licences, SPDX's own among them. */
const MISSPELT = new Map([
  ['merchantibility', 'merchantability'],
  ['merchantabilty', 'merchantability'],
  ['acknowlegement', 'acknowledgment'],
  ['acknowlegements', 'acknowledgments'],
  ['acknowledgements', 'acknowledgments'],
  ['noninfringment', 'noninfringement'],
  ['liablity', 'liability'],
  ['univeristy', 'university'],
])
const RESERVED = new Set(['all', 'rights', 'reserved'])
const ADDRESS = /(?:[a-z]+:\/\/|www\.|\bwiki\.|[\w-]+@)\S+/gi
const LONGEST_ADDRESS = 14
const LONGEST_ADDRESS_CHANGE = 3
const LONGEST_LAYOUT = 40
const LONGEST_GAP = 1_000

/** Whether an edit only changes how the same words are laid out or where a reader is sent to read them. */
export function isLayout(edit: Edit, removed: readonly (string | null)[], text: LayoutText): boolean {
  const added = text.tokens.slice(edit.textFrom, edit.textTo).map((token) => token.word)
  if (removed.includes(null)) return false
  const words = removed.map(String)
  if (Math.max(added.length, words.length) > LONGEST_LAYOUT) return false
  if (added.length > 0 && words.length > 0 && plain(added) === plain(words)) return true
  const all = [...added, ...words]
  return (
    isNumbering(edit, words, text) ||
    isPassedOver(edit, words, text) ||
    all.every((word) => FSF_ADDRESS.has(word)) ||
    all.every((word) => RESERVED.has(word)) ||
    (words.length <= LONGEST_ADDRESS_CHANGE && isAddress(edit, text))
  )
}

/** Words as one string without accents, so that `re-distribution` is `redistribution` and `exigé` is `exige`. */
function plain(words: readonly string[]): string {
  return words
    .map((word) => MISSPELT.get(word) ?? word)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
}

/** Whether missing words do stand in the text, in a notice or a link that was passed over when it was read. */
function isPassedOver(edit: Edit, removed: readonly string[], { tokens, original }: LayoutText): boolean {
  if (edit.textFrom !== edit.textTo || removed.length === 0) return false
  const gap = original.slice(tokens[edit.textFrom - 1]?.end ?? 0, tokens[edit.textFrom]?.start ?? original.length)
  if (gap.length > LONGEST_GAP || gap.trim() === '') return false
  const words = normaliseTokens(gap).map((token) => token.word)
  return ` ${words.join(' ')} `.includes(` ${removed.join(' ')} `)
}

/** Whether a mark such as (b) is only read as a word on one side, because lines break in another place. */
function isNumbering(edit: Edit, removed: readonly string[], text: LayoutText): boolean {
  const added = text.tokens.slice(edit.textFrom, edit.textTo)
  const before = text.tokens[edit.textFrom - 1]
  const [mark] = added
  if (mark !== undefined) {
    if (added.length > 1 || !MARK.test(mark.word)) return false
    // Another way to count the same items: only where an item begins, since elsewhere it would name another one.
    const isRecounted = removed.length === 1 && MARK.test(removed[0] ?? '') && mark.isClauseStart
    if (removed.length > 0 && !isRecounted) return false
    const isReference = before !== undefined && (REFERS.has(before.word) || /^\d/.test(before.word))
    return !isReference && /^['"’”]{0,2}[.)]/.test(text.original.slice(mark.end, mark.end + 3))
  }
  const [word] = removed
  if (removed.length !== 1 || word === undefined || !MARK.test(word)) return false
  const gap = text.original.slice(before?.end ?? 0, text.tokens[edit.textFrom]?.start ?? text.original.length)
  // A list that lost its letters says the same; a lost figure might have been part of a sentence.
  if (/[;:.\n]/.test(gap) && /^[a-z]/.test(word) && !(before !== undefined && REFERS.has(before.word))) return true
  return gap.length < 200 && gap.toLowerCase().includes(word)
}

/** Whether added words are a web or mail address; where the words around are alike, they may have been paired a word off. */
function isAddress(edit: Edit, text: LayoutText): boolean {
  const size = edit.textTo - edit.textFrom
  if (size === 0 || size > LONGEST_ADDRESS) return false
  const { tokens, original } = text
  const start = tokens[Math.max(0, edit.textFrom - size - LONGEST_ADDRESS)]?.start ?? 0
  const end = tokens[Math.min(tokens.length - 1, edit.textTo + size)]?.end ?? 0
  const around = original.slice(start, end)
  if (!around.includes('://') && !around.includes('www.') && !around.includes('wiki.') && !around.includes('@'))
    return false
  const places = [...around.matchAll(ADDRESS)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
  const isInside = (from: number) =>
    tokens
      .slice(from, from + size)
      .every((token) => places.some((place) => place.start <= token.start && token.end <= place.end))
  const isSame = (one: number, other: number) => tokens[one]?.word === tokens[other]?.word
  for (let by = 0; by <= size; by++) {
    if (isInside(edit.textFrom + by)) return true
    if (!isSame(edit.textFrom + by, edit.textTo + by)) break
  }
  for (let by = 0; by <= size && edit.textFrom - by > 0; by++) {
    if (isInside(edit.textFrom - by)) return true
    if (!isSame(edit.textFrom - by - 1, edit.textTo - by - 1)) break
  }
  return false
}
