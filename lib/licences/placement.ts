import { type Alignment, type Anchoring, align, anchor } from './alignment.ts'
import { type KindedEdit, kindsOfEdits } from './edit-kinds.ts'
import type { Candidate, LicenceIndex } from './licence-index.ts'
import type { MatchingText } from './matching-text.ts'
import { normaliseTokens } from './normalise.ts'
import type { Nearness } from './word-pairs.ts'
import { shiftsOf, type TextGrams } from './word-runs.ts'

/** One reference found at one place of a text, with how well it stands there. */
export interface Placement {
  candidate: Candidate
  alignment: Alignment
  edits: readonly KindedEdit[]
  /** Every word that counts is here, and no other is among them. */
  isWhole: boolean
  /** A run of the reference is here without a change; words before or after it are missing. */
  isRun: boolean
  slotWords: number
  /** Words of either side that the other does not have, where no name or option is left for them. */
  unlike: number
  score: number
  nearness: Nearness
}

/** A copy with more of its options left out is a part of the licence. */
const MOST_LEFT_OUT = 0.25
const LEAST_APPENDIX = 100
const MOST_CANDIDATES = 8
const MOST_CONTAINED = 40
const MOST_HOLDING = 16
const MOST_READ = 6
const LEAST_OF_WHOLE = 0.7
const LEAST_SHARE = 0.2
export const MOST_PARTS = 100

/** The references worth aligning with a text: the nearest, those it may contain, and those it may be cut from. */
function proposed(near: readonly Nearness[], index: LicenceIndex): Nearness[] {
  const chosen = new Map<number, Nearness>()
  const choose = (most: number, rank: (one: Nearness) => number, from: readonly Nearness[]) => {
    for (const one of from.toSorted((a, b) => rank(b) - rank(a)).slice(0, most)) chosen.set(one.at, one)
  }
  choose(MOST_CANDIDATES, (one) => one.similarity, near)
  choose(5, (one) => one.ofText + one.ofReference / 1_000, near)
  // A notice that many licences quote may be cut from any of them.
  const holding = near.filter((one) => one.ofText >= 0.9)
  choose(MOST_HOLDING, (one) => one.ofText, holding)
  const contained = near.filter((one) => one.ofReference >= 0.8 && !chosen.has(one.at))
  choose(MOST_CONTAINED, (one) => index.candidates[one.at]?.words.length ?? 0, contained)
  return [...chosen.values()]
}

interface Rough {
  candidate: Candidate
  nearness: Nearness
  anchoring: Anchoring
}

/** Aligns a text with the references it is near to; the places where the best of them stand, in no order. */
export function placementsOf(
  text: MatchingText,
  original: string,
  grams: TextGrams,
  near: readonly Nearness[],
  index: LicenceIndex,
): Placement[] {
  const rough = proposed(near, index).flatMap((nearness) => roughPlacements(nearness, grams, index))
  rough.sort((a, b) => roughScore(b) - roughScore(a))
  return rough.flatMap((one, at) => {
    const { candidate, nearness, anchoring } = one
    // Beyond the best few only what may stand here whole is worth reading word by word.
    const ofReference = anchoring.shared / candidate.words.length
    const ofText = anchoring.shared / text.words.length
    if (at >= MOST_READ && ofReference < LEAST_OF_WHOLE && ofText < LEAST_OF_WHOLE) return []
    if (ofReference < LEAST_SHARE && anchoring.shared < text.words.length * LEAST_SHARE) return []
    const alignment = align(candidate, grams, anchoring)
    return alignment === null ? [] : [placementOf(candidate, alignment, text, original, nearness)]
  })
}

/** Nearer to a whole reference is better; of two with as many words alike, the one with fewer left over. */
function roughScore({ candidate, anchoring }: Rough): number {
  return anchoring.shared - candidate.words.length * 0.0005
}

function roughPlacements(nearness: Nearness, grams: TextGrams, index: LicenceIndex): Rough[] {
  const candidate = index.candidates[nearness.at]
  if (candidate === undefined) return []
  const shifts = shiftsOf(candidate.grams, grams, MOST_PARTS)
  const isAlone = shifts.filter((one) => one.votes * 2 > (shifts[0]?.votes ?? 0)).length === 1
  return shifts.flatMap((shift, at) => {
    if (at > 0 && (isAlone || shift.votes * 2 < candidate.words.length)) return []
    return [{ candidate, nearness, anchoring: anchor(candidate, grams, shift, isAlone) }]
  })
}

function placementOf(
  candidate: Candidate,
  alignment: Alignment,
  text: MatchingText,
  original: string,
  nearness: Nearness,
): Placement {
  const { reference } = candidate
  const { plainWords } = reference
  const edits = kindsOfEdits(
    alignment,
    {
      licenceId: reference.licenceId,
      name: reference.name,
      size: candidate.words.length,
      slots: reference.slots,
      wordAt: (at) => plainWords?.[at] ?? null,
    },
    { tokens: text.tokens, original },
  )
  let [inside, missing, slotWords, leftOut] = [0, 0, 0, 0]
  for (const edit of edits) {
    const size = edit.referenceTo - edit.referenceFrom + edit.textTo - edit.textFrom
    if (edit.kind !== 'inside') {
      slotWords += size
      if (!isAppendix(edit, candidate)) leftOut += edit.referenceTo - edit.referenceFrom
    } else if (isEnd(edit, alignment)) missing += size
    else inside += size
  }
  // The text goes on for a part of a word of what is missing: it broke off there.
  const last = text.tokens[alignment.textTo]
  const isCut =
    last !== undefined &&
    alignment.textTo === text.tokens.length - 1 &&
    plainWords?.[alignment.referenceTo]?.startsWith(last.word) === true
  return {
    candidate,
    alignment,
    edits,
    isWhole: inside === 0 && missing === 0 && !isCut && leftOut <= candidate.words.length * MOST_LEFT_OUT,
    isRun: inside === 0,
    slotWords,
    unlike: inside + missing,
    score:
      alignment.shared - inside - missing * 0.0005 - slotWords * 0.01 + (isNamedIn(text, reference.name) ? 0.9 : 0),
    nearness,
  }
}

const UNTOLD = new Set(['license', 'licenses', 'the', 'a', 'only', 'or', 'later', 'of', 'and', 'v'])

/** Whether a text says a licence's name: of two that share as many words with it, the one it names is nearer. */
function isNamedIn(text: MatchingText, name: string): boolean {
  const told = normaliseTokens(name).flatMap(({ word }) => (UNTOLD.has(word) ? [] : [word]))
  return told.length > 0 && told.every((word) => text.vocabulary.has(word))
}

/** Whether an edit leaves out what stands behind the licence itself: advice on how to apply it, or a licence it quotes. */
function isAppendix(edit: KindedEdit, { reference, words }: Candidate): boolean {
  const isMissing = edit.textFrom === edit.textTo && edit.referenceTo === words.length
  return (
    isMissing &&
    reference.slots.some(
      (slot) =>
        slot.kind === 'optional' &&
        slot.to === words.length &&
        slot.to - slot.from >= LEAST_APPENDIX &&
        slot.from <= edit.referenceFrom + LEAST_APPENDIX,
    )
  )
}

/** Whether an edit is words that the reference has before or behind all that the text shares with it. */
export function isEnd(edit: KindedEdit, alignment: Alignment): boolean {
  if (edit.textFrom !== edit.textTo) return false
  return edit.referenceTo === alignment.referenceFrom || edit.referenceFrom === alignment.referenceTo
}
