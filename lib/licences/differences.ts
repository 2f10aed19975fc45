import type { Difference, Differences } from './identification.ts'
import type { MatchingText } from './matching-text.ts'
import type { OutsideRun } from './outside-text.ts'
import type { Placement } from './placement.ts'

/** More are counted, not listed: a list is stored with the text and shown on a page. */
export const MOST_DIFFERENCES = 60
const LONGEST_RUN_WORDS = 60
const LONGEST_RUN_CHARS = 400

function clipped(words: readonly string[]): string | null {
  if (words.length === 0) return null
  const text = words.slice(0, LONGEST_RUN_WORDS).join(' ').slice(0, LONGEST_RUN_CHARS)
  return words.length > LONGEST_RUN_WORDS || text.length === LONGEST_RUN_CHARS ? `${text} …` : text
}

/** The differences of a text from the licences found in it, in the order of the text; layout is none. */
export function differencesOf(
  text: MatchingText,
  placements: readonly Placement[],
  outside: readonly OutsideRun[],
): Differences {
  const all = [
    ...placements.flatMap((placement) => withinOf(text, placement)),
    ...outside.map((run) => outsideDifference(text, run)),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end)
  const counts = { slot: 0, outside: 0, inside: 0 }
  for (const one of all) counts[one.kind]++
  // Another wording matters more than a name filled in: it is listed first to be cut last.
  const kept = new Set(all.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_DIFFERENCES))
  return { items: all.filter((one) => kept.has(one)), counts, isTruncated: all.length > MOST_DIFFERENCES }
}

function rank(difference: Difference): number {
  return difference.kind === 'inside' ? 0 : difference.kind === 'outside' ? 1 : 2
}

function offsets(text: MatchingText, from: number, to: number): { start: number; end: number } {
  if (from < to) return { start: text.tokens[from]?.start ?? 0, end: text.tokens[to - 1]?.end ?? 0 }
  const place = text.tokens[from - 1]?.end ?? text.tokens[from]?.start ?? 0
  return { start: place, end: place }
}

function withinOf(text: MatchingText, placement: Placement): Difference[] {
  const plain = placement.candidate.reference.plainWords
  return placement.edits.flatMap((edit) => {
    if (edit.kind === 'layout') return []
    const textWords = edit.textTo - edit.textFrom
    const referenceWords = edit.referenceTo - edit.referenceFrom
    const added = text.tokens.slice(edit.textFrom, edit.textTo).map((token) => token.word)
    return [
      {
        kind: edit.kind,
        change: textWords === 0 ? 'removed' : referenceWords === 0 ? 'added' : 'changed',
        reference: plain === null ? null : clipped(plain.slice(edit.referenceFrom, edit.referenceTo)),
        text: clipped(added),
        referenceWords,
        textWords,
        ...offsets(text, edit.textFrom, edit.textTo),
      },
    ]
  })
}

function outsideDifference(text: MatchingText, run: OutsideRun): Difference {
  const words = text.tokens
    .slice(run.from, Math.min(run.to, run.from + LONGEST_RUN_WORDS + 1))
    .map((token) => token.word)
  return {
    kind: 'outside',
    change: 'added',
    reference: null,
    text: clipped(words),
    referenceWords: 0,
    textWords: run.to - run.from,
    ...offsets(text, run.from, run.to),
  }
}
