import { isForeign, isOtherTitle, mayAddTerms, namesOtherLicence } from './added-terms.ts'
import { isGnu, LEGAL_RUN, type LegalRuns, type LicenceIndex } from './licence-index.ts'
import type { MatchingText } from './matching-text.ts'
import { normaliseTokens } from './normalise.ts'
import type { Placement } from './placement.ts'
import { mayRestrict } from './restricting-words.ts'
import { isNotice } from './slot-pattern.ts'
import { namesOf } from './title.ts'
import { gramsOf, hashWords } from './word-hash.ts'
import { GRAM } from './word-runs.ts'

/** Words of a text that no licence found in it accounts for: positions, the end excluded. */
export interface OutsideRun {
  from: number
  to: number
}

export interface Outside {
  runs: readonly OutsideRun[]
  /** Nothing but names of the licence itself. */
  isOnlyTitle: boolean
  /** Something outside may add terms, is the text of another licence, or cannot be judged. */
  hasTerms: boolean
}

const LONGEST_SENTENCE = 80
const LEGAL_STREAK = 3
const TITLE_FILLERS = new Set(
  'the a license licenses licensed agreement version v terms of and text full copyright c all rights reserved legal code http www org under project s is this'.split(
    ' ',
  ),
)

/** The words beside the licences found in a text, and whether they may change what these say. */
export function outsideOf(
  text: MatchingText,
  original: string,
  found: readonly Placement[],
  index: LicenceIndex,
): Outside {
  const runs: OutsideRun[] = []
  let at = 0
  for (const { alignment } of found.toSorted((a, b) => a.alignment.textFrom - b.alignment.textFrom)) {
    if (alignment.textFrom > at) runs.push({ from: at, to: alignment.textFrom })
    at = Math.max(at, alignment.textTo)
  }
  if (at < text.tokens.length) runs.push({ from: at, to: text.tokens.length })
  const ownNames = new Set(
    found.flatMap(({ candidate: { reference } }) =>
      [reference.licenceId, ...reference.alternatives].flatMap((id) => namesOf(reference.name, id)),
    ),
  )
  const ownGrams = quotableRuns(found, index)
  const isTitleWord = (word: string) => ownNames.has(word) || TITLE_FILLERS.has(word)
  const isOnlyTitle = runs.every(
    (run) => run.to - run.from <= 30 && text.tokens.slice(run.from, run.to).every((token) => isTitleWord(token.word)),
  )
  const isBrief = runs.reduce((sum, run) => sum + run.to - run.from, 0) <= BRIEF
  const isTitle = (words: readonly string[]) => words.every(isTitleWord)
  return {
    runs,
    isOnlyTitle: isOnlyTitle && !runs.some((run) => isInSentence(run, text, original, isTitle)),
    hasTerms: runs.some(
      (run) =>
        runHasTerms(run, text, original, ownNames, ownGrams, index.legalRuns) ||
        isInSentence(run, text, original, isTitle) ||
        (isBrief && hasRestriction(run, text, original, isTitle, ownGrams)),
    ),
  }
}

/** Beside so few words a remark was put there for a reason; a longer text is about something else. */
const BRIEF = 120

/** Whether words belong to the sentence in which a licence begins or ends: then they change it, whatever they say. */
function isInSentence(
  run: OutsideRun,
  text: MatchingText,
  original: string,
  isTitle: (words: readonly string[]) => boolean,
): boolean {
  const [before, first] = [text.tokens[run.from - 1], text.tokens[run.from]]
  if (before && first && !first.isClauseStart && !/[\r\n]/.test(original.slice(before.end, first.start))) return true
  const [last, after] = [text.tokens[run.to - 1], text.tokens[run.to]]
  if (!last || !after || after.isClauseStart) return false
  const opening = sentencesOf(run, text).at(-1)
  const words = text.tokens.slice(opening?.from, opening?.to).map((token) => token.word)
  if (isTitle(words) || isNotice(words)) return false
  // All on one line: a notice ends where the licence begins with a capital.
  const isNoticed = words.some((word) => word === 'copyright' || /^(?:19|20)\d\d$/.test(word))
  const isNewLine = isNoticed || /[\r\n:]/.test(original.slice(last.end, after.start))
  return !isNewLine || !/\p{Lu}/u.test(original.charAt(after.start))
}

/** Whether a remark beside a licence may narrow what it grants. */
function hasRestriction(
  run: OutsideRun,
  text: MatchingText,
  original: string,
  isTitle: (words: readonly string[]) => boolean,
  ownGrams: ReadonlySet<number>,
): boolean {
  return sentencesOf(run, text).some((sentence) => {
    const tokens = text.tokens.slice(sentence.from, sentence.to)
    const words = tokens.map((token) => token.word)
    if (isTitle(words) || isNotice(words)) return false
    if (isOwnWording(text.words.subarray(sentence.from, sentence.to), ownGrams)) return false
    return mayRestrict(words, original.slice(tokens[0]?.start, tokens.at(-1)?.end))
  })
}

const SHORTEST_QUOTE = 12

/**
 * Runs of words that may stand beside a licence since it offers them itself: its notice for files, its advice. Words of
 * its clauses are not among them: beside the whole licence they are a second copy, and not a whole one.
 */
function quotableRuns(found: readonly Placement[], index: LicenceIndex): ReadonlySet<number> {
  const grams = new Set<number>()
  const add = (words: Uint32Array) => {
    for (const gram of gramsOf(words, GRAM)) grams.add(gram)
  }
  for (const { candidate } of found) {
    const { slots, licenceId } = candidate.reference
    for (const slot of slots) {
      const isLong = slot.to - slot.from >= SHORTEST_QUOTE && slot.kind === 'optional'
      if (isLong) add(candidate.words.subarray(slot.from, slot.to))
      for (const option of slot.pattern ?? []) add(hashWords(option.filter((piece) => typeof piece === 'string')))
    }
    if (isGnu(licenceId)) for (const gram of index.gnuNotices) grams.add(gram)
  }
  return grams
}

function nameWords(name: string): string[] {
  return normaliseTokens(name.replaceAll('-', ' ')).map((token) => token.word)
}

function runHasTerms(
  run: OutsideRun,
  text: MatchingText,
  original: string,
  ownNames: ReadonlySet<string>,
  ownGrams: ReadonlySet<number>,
  legal: LegalRuns,
): boolean {
  if (hasOtherTitle(run, text, original, ownNames)) return true
  for (const sentence of sentencesOf(run, text)) {
    const words = text.tokens.slice(sentence.from, sentence.to).map((token) => token.word)
    if (isNotice(words) || isOwnWording(text.words.subarray(sentence.from, sentence.to), ownGrams)) continue
    const written = original.slice(text.tokens[sentence.from]?.start, text.tokens[sentence.to - 1]?.end)
    if (namesOtherLicence(words, ownNames)) return true
    if (mayAddTerms(words, written) || isForeign(words) || isLegalText(sentence, text.words, ownGrams, legal))
      return true
  }
  return false
}

function sentencesOf(run: OutsideRun, text: MatchingText): OutsideRun[] {
  const sentences: OutsideRun[] = []
  let from = run.from
  for (let at = run.from + 1; at <= run.to; at++) {
    if (at < run.to && text.tokens[at]?.isClauseStart !== true && at - from < LONGEST_SENTENCE) continue
    sentences.push({ from, to: at })
    from = at
  }
  return sentences
}

/** A sentence that the licence itself says, such as its notice for files, adds nothing to it. */
function isOwnWording(words: Uint32Array, ownGrams: ReadonlySet<number>): boolean {
  const grams = gramsOf(words, GRAM)
  return grams.length > 3 && grams.filter((gram) => ownGrams.has(gram)).length >= grams.length * 0.7
}

/** Whether a long enough run of words stands in some licence, and not in those found. */
function isLegalText(run: OutsideRun, words: Uint32Array, ownGrams: ReadonlySet<number>, legal: LegalRuns): boolean {
  const inside = words.subarray(run.from, run.to)
  const own = gramsOf(inside, GRAM)
  let streak = 0
  for (const [at, gram] of gramsOf(inside, LEGAL_RUN).entries()) {
    streak = legal.has(gram) && !ownGrams.has(own[at] ?? 0) ? streak + 1 : 0
    if (streak >= LEGAL_STREAK) return true
  }
  return false
}

/** Whether one of the three lines before a licence names another one. */
function hasOtherTitle(run: OutsideRun, text: MatchingText, original: string, ownNames: ReadonlySet<string>): boolean {
  const [first, last] = [text.tokens[run.from], text.tokens[run.to - 1]]
  if (first === undefined || last === undefined) return false
  // The line goes on where the licence's own title stands in it: "Modified MIT License".
  const lineEnd = original.slice(last.end, last.end + 200).search(/[\r\n]/)
  const lines = original
    .slice(Math.max(first.start, last.end - 600), last.end + Math.max(0, lineEnd))
    .split(/[\r\n]+/)
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !/copyright|©/i.test(line))
  return lines.slice(-3).some((line) => isOtherTitle(nameWords(line), ownNames))
}
