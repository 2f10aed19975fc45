import { differencesOf } from './differences.ts'
import { isEnglish } from './english.ts'
import {
  type Identification,
  type IdentificationNote,
  type IdentifiedPart,
  NO_DIFFERENCES,
  unknownText,
  type Verdict,
} from './identification.ts'
import type { LicenceIndex } from './licence-index.ts'
import type { MatchingText } from './matching-text.ts'
import { type Outside, outsideOf } from './outside-text.ts'
import { MOST_PARTS, type Placement, placementsOf } from './placement.ts'
import { type Nearness, wordPairsOf } from './word-pairs.ts'
import { indexGrams } from './word-runs.ts'

/** Only an exact hit may show 1: a text with the same word pairs in another order is still another text. */
const HIGHEST = 0.9999
const SHORTEST_PART = 20
const LEAST_LIKE = 0.5

/** Judges a text by aligning it with the references it is near to: similarity proposes, alignment decides. */
export function judgeByAlignment(
  text: MatchingText,
  original: string,
  index: LicenceIndex,
  engineVersion: string,
): Identification {
  const near = index.pairs.near(wordPairsOf(text.words))
  const unknown = unknownText(engineVersion)
  const notes: IdentificationNote[] = [...text.notes]
  if (!isEnglish(text.tokens.map((token) => token.word))) notes.push('not-english')
  const placements = placementsOf(text, original, indexGrams(text.words), near, index)
  const best = bestOf(placements)
  if (best === undefined) return { ...unknown, ...nearestOf(near, index), notes }
  const whole = wholesOf(placements)
  const outside = outsideOf(text, original, whole, index)
  if (whole.length > 0 && !outside.hasTerms) return named(text, whole, outside, notes, engineVersion)
  return likened(text, nearestTo(best, whole), whole, notes, engineVersion, original, index)
}

const ALMOST_AS_GOOD = 0.06

/**
 * What fits a text best. Of a licence and its variants that fit an altered copy almost as well, the one that has fewest words the
 * text lacks: a variant is nearer only by words of its own. A run cut out of a licence says nothing of what was behind it.
 */
function bestOf(placements: readonly Placement[]): Placement | undefined {
  const [best, ...others] = placements.toSorted((a, b) => b.score - a.score)
  if (best === undefined || best.isRun) return best
  const least = best.score - best.alignment.shared * ALMOST_AS_GOOD
  return others
    .filter((one) => one.score >= least)
    .reduce((nearest, one) => (one.unlike < nearest.unlike ? one : nearest), best)
}

const ALMOST_AS_MUCH = 0.9

/** A licence that stands whole in a text is nearer to it than a longer one of which a part stands there. */
function nearestTo(best: Placement, whole: readonly Placement[]): Placement {
  const longest = whole.reduce<Placement | null>(
    (most, one) => (one.alignment.shared > (most?.alignment.shared ?? 0) ? one : most),
    null,
  )
  const isNearer = longest !== null && longest.alignment.shared >= best.alignment.shared * ALMOST_AS_MUCH
  return isNearer ? longest : best
}

/** What comes closest where nothing could be aligned. */
function nearestOf(near: readonly Nearness[], index: LicenceIndex): Pick<Identification, 'similarity' | 'closest'> {
  const nearest = near.reduce<Nearness | null>(
    (best, one) => (one.similarity > (best?.similarity ?? 0) ? one : best),
    null,
  )
  const licenceId = nearest === null ? undefined : index.candidates[nearest.at]?.reference.licenceId
  if (nearest === null || licenceId === undefined) return { similarity: 0, closest: null }
  const similarity = Math.min(nearest.similarity, HIGHEST)
  return { similarity, closest: { licenceId, similarity } }
}

/** The whole licences of a text that do not overlap, the longest first; of two that fit one place the one with least filled in. */
function wholesOf(placements: readonly Placement[]): Placement[] {
  const chosen: Placement[] = []
  const ranked = placements
    .filter((one) => one.isWhole)
    .toSorted((a, b) => b.alignment.shared - a.alignment.shared || a.slotWords - b.slotWords)
  for (const one of ranked) {
    const isFree = chosen.every(
      ({ alignment }) => alignment.textTo <= one.alignment.textFrom || one.alignment.textTo <= alignment.textFrom,
    )
    if (isFree && chosen.length < MOST_PARTS) chosen.push(one)
  }
  return chosen.toSorted((a, b) => a.alignment.textFrom - b.alignment.textFrom)
}

function partOf(text: MatchingText, placement: Placement, verdict: IdentifiedPart['verdict']): IdentifiedPart {
  const { candidate, alignment, edits } = placement
  const { licenceId, alternatives, textId } = candidate.reference
  return {
    licenceId,
    alternatives,
    textId: edits.length === 0 ? textId : null,
    verdict,
    start: text.tokens[alignment.textFrom]?.start ?? 0,
    end: text.tokens[alignment.textTo - 1]?.end ?? 0,
    similarity: edits.length === 0 ? 1 : similarityOf(placement),
    coverage: Math.min(1, alignment.shared / candidate.words.length),
  }
}

function similarityOf({ nearness }: Placement): number {
  return Math.min(nearness.similarity, HIGHEST)
}

function named(
  text: MatchingText,
  whole: readonly Placement[],
  outside: Outside,
  notes: IdentificationNote[],
  engineVersion: string,
): Identification {
  const [first] = whole
  if (first === undefined) return unknownText(engineVersion)
  if (outside.isOnlyTitle && outside.runs.length > 0) notes.push('title-ignored')
  if (whole.length === MOST_PARTS) notes.push('parts-left-out')
  const isOne = whole.every((one) => one.candidate.reference.licenceId === first.candidate.reference.licenceId)
  const verdict: Verdict = whole.length === 1 && outside.isOnlyTitle ? 'MATCH' : 'CONTAINS'
  const parts = whole.map((one) => partOf(text, one, 'MATCH'))
  const [part] = parts
  const similarity = similarityOf(first)
  return {
    verdict,
    licenceId: isOne ? first.candidate.reference.licenceId : null,
    alternatives: isOne ? first.candidate.reference.alternatives : [],
    textId: whole.length === 1 ? (part?.textId ?? null) : null,
    similarity,
    closest: { licenceId: first.candidate.reference.licenceId, similarity },
    engineVersion,
    basis: 'alignment',
    parts,
    differences: differencesOf(text, whole, outside.isOnlyTitle ? [] : outside.runs),
    notes,
  }
}

function likened(
  text: MatchingText,
  best: Placement,
  whole: readonly Placement[],
  notes: IdentificationNote[],
  engineVersion: string,
  original: string,
  index: LicenceIndex,
): Identification {
  const outside = outsideOf(text, original, [best], index)
  const verdict = verdictOf(text, best, outside)
  const similarity = similarityOf(best)
  const { licenceId } = best.candidate.reference
  const isElsewhere = ({ alignment }: Placement) =>
    alignment.textTo <= best.alignment.textFrom || best.alignment.textTo <= alignment.textFrom
  const found = whole.filter(isElsewhere).map((one) => partOf(text, one, 'MATCH'))
  if (verdict !== 'UNKNOWN') found.push(partOf(text, best, verdict))
  return {
    ...unknownText(engineVersion),
    verdict,
    similarity,
    closest: { licenceId, similarity },
    basis: verdict === 'UNKNOWN' ? null : 'alignment',
    parts: verdict === 'UNKNOWN' ? [] : found.toSorted((a, b) => a.start - b.start),
    differences: verdict === 'UNKNOWN' ? NO_DIFFERENCES : differencesOf(text, [best], outside.runs),
    notes,
  }
}

function verdictOf(text: MatchingText, best: Placement, outside: Outside): 'PARTIAL' | 'MODIFIED' | 'UNKNOWN' {
  const { alignment, candidate } = best
  const ofText = alignment.shared / text.tokens.length
  const ofReference = alignment.shared / candidate.words.length
  if (best.isRun && !best.isWhole && !outside.hasTerms && alignment.shared >= SHORTEST_PART) return 'PARTIAL'
  const isLike = best.nearness.similarity >= LEAST_LIKE || ofReference >= LEAST_LIKE || ofText >= LEAST_LIKE
  return isLike && alignment.shared >= SHORTEST_PART ? 'MODIFIED' : 'UNKNOWN'
}
