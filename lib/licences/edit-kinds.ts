import type { Alignment, Edit } from './alignment.ts'
import { isLayout, type LayoutText } from './layout-edits.ts'
import { fitsSlotPattern, isAnything, isFilling, isNotice, LONGEST_NOTICE } from './slot-pattern.ts'
import type { Slot } from './template-slots.ts'
import { isTitleOf } from './title.ts'

/** What a difference between a reference and a text is: a place left for a name, mere layout, or another wording. */
export interface KindedEdit extends Edit {
  kind: 'slot' | 'layout' | 'inside'
}

export interface EditedReference {
  licenceId: string
  name: string
  size: number
  slots: readonly Slot[]
  /** The reference's words; null for one that cannot be read here. */
  wordAt(at: number): string | null
}

const SHORT_OPTION = 12
const LONGEST_REST = 8
/** Longer than any advice: another licence that is quoted whole or not at all. */
const LONG_OPTION = 800

/** Sorts every difference, words missing at the ends included, by what the reference lets vary. */
export function kindsOfEdits(alignment: Alignment, reference: EditedReference, text: LayoutText): KindedEdit[] {
  const { textFrom, textTo, referenceFrom, referenceTo } = alignment
  const edits: Edit[] = [...alignment.edits]
  if (referenceFrom > 0) edits.unshift({ referenceFrom: 0, referenceTo: referenceFrom, textFrom, textTo: textFrom })
  if (referenceTo < reference.size) {
    edits.push({ referenceFrom: referenceTo, referenceTo: reference.size, textFrom: textTo, textTo })
  }
  const filled = filledSlots(edits, alignment, reference, text)
  return edits.map((edit) => ({ ...edit, kind: kindOf(edit, filled, reference, text) }))
}

function wordsBetween(from: number, to: number, word: (at: number) => string | null): (string | null)[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => word(from + at))
}

/** Where the text stands beside a place between two words of the reference; within a difference, at either end of it. */
function textPlace(at: number, end: 'from' | 'to', edits: readonly Edit[], alignment: Alignment): number {
  let shift = alignment.textFrom - alignment.referenceFrom
  let found: number | null = null
  for (const edit of edits) {
    if (at < edit.referenceFrom) break
    if (at <= edit.referenceTo && (end === 'to' || found === null)) found = end === 'from' ? edit.textFrom : edit.textTo
    shift = edit.textTo - edit.referenceTo
  }
  return found ?? at + shift
}

function filledSlots(
  edits: readonly Edit[],
  alignment: Alignment,
  reference: EditedReference,
  text: LayoutText,
): FilledSlot[] {
  const textWord = (at: number) => text.tokens[at]?.word ?? ''
  return reference.slots.flatMap((slot) => {
    if (slot.kind === 'optional' || !edits.some((edit) => touches(edit, slot))) return []
    const places = placesOf(slot, edits, alignment).filter(({ from, to }) => {
      const words = wordsBetween(from, to, textWord).map(String)
      // A place between two words takes no more than a notice would.
      if (slot.kind === 'owner' || slot.from === slot.to) {
        const isOpen = slot.kind === 'owner' || slot.pattern?.some(isAnything) === true
        if (isOpen) return isFilling(words, LONGEST_NOTICE) && isOwner(words, from, to, text)
      }
      if (slot.kind === 'title') return isTitleOf(words, reference.name, reference.licenceId)
      return slot.pattern !== null && fitsSlotPattern(slot.pattern, words)
    })
    return places.map((place) => ({ slot, ...place }))
  })
}

/** A slot and the words of the text that fill it. */
interface FilledSlot {
  slot: Slot
  from: number
  to: number
}

/** Where a slot may stand in the text: a difference that ends where it begins, or begins where it ends, may be its neighbour's. */
function placesOf(slot: Slot, edits: readonly Edit[], alignment: Alignment): { from: number; to: number }[] {
  const froms = new Set([textPlace(slot.from, 'from', edits, alignment)])
  const tos = new Set([textPlace(slot.to, 'to', edits, alignment)])
  for (const edit of edits) {
    if (edit.referenceTo === slot.from && edit.referenceFrom < slot.from) froms.add(edit.textTo)
    if (edit.referenceFrom === slot.to && edit.referenceTo > slot.to) tos.add(edit.textFrom)
  }
  return [...froms].flatMap((from) => [...tos].flatMap((to) => (to >= from ? [{ from, to }] : [])))
}

/** Words in the place of a notice are a notice or names, and stand apart from the sentence behind them. */
function isOwner(words: readonly string[], from: number, to: number, { tokens, original }: LayoutText): boolean {
  if (words.length === 0) return true
  const next = tokens[to]
  const between = original.slice(tokens[to - 1]?.end, next?.start)
  const mayBegin = (isNotice(words) || /[\r\n]/.test(between)) && /\p{Lu}/u.test(original.charAt(next?.start ?? 0))
  if (next && !next.isClauseStart && !mayBegin) return false
  if (isNotice(words)) return true
  return tokens
    .slice(from, to)
    .every(({ start, word }) => /[\p{Lu}\p{N}]/u.test(original.charAt(start)) || CONNECTS.has(word))
}

const CONNECTS = new Set(
  'by of the and de la du der die das van von y e et und c copyright inc ltd llc all rights reserved its other others contributors authors affiliates many see file team project foundation present'.split(
    ' ',
  ),
)

function touches(edit: Edit, slot: Slot): boolean {
  return slot.from <= edit.referenceTo && slot.to >= edit.referenceFrom
}

function kindOf(
  edit: Edit,
  filled: readonly FilledSlot[],
  reference: EditedReference,
  text: LayoutText,
): KindedEdit['kind'] {
  const added = text.tokens.slice(edit.textFrom, edit.textTo).map((token) => token.word)
  const removed = wordsBetween(edit.referenceFrom, edit.referenceTo, reference.wordAt)
  if (isLayout(edit, removed, text)) return 'layout'
  const around = filled.filter(({ slot }) => touches(edit, slot))
  const touching = around.map(({ slot }) => slot)
  // Each word that was put in stands in a place left for it, or all of them are a notice.
  const isFilled =
    isNotice(added) ||
    added.every((_, at) => around.some((one) => one.from <= edit.textFrom + at && edit.textFrom + at < one.to))
  if (!isFilled) return 'inside'
  for (let at = edit.referenceFrom; at < edit.referenceTo; at++) {
    const isCovered =
      touching.some((slot) => slot.from <= at && at < slot.to) ||
      reference.slots.some((slot) => isLeftOut(slot, edit, text) && slot.from <= at && at < slot.to)
    if (!isCovered) return 'inside'
  }
  return 'slot'
}

/** An option may be left out whole; a long one, such as advice on how to apply a licence, also but for its start or end. */
function isLeftOut(slot: Slot, edit: Edit, text: LayoutText): boolean {
  if (slot.kind !== 'optional' && slot.kind !== 'title') return false
  if (slot.kind === 'title' || (slot.from >= edit.referenceFrom && slot.to <= edit.referenceTo)) return true
  if (slot.to - slot.from <= SHORT_OPTION || slot.to - slot.from > LONG_OPTION) return false
  // What is left of it is its heading or the line that ends the licence itself.
  if (edit.referenceFrom - slot.from <= LONGEST_REST && slot.to <= edit.referenceTo) return true
  if (slot.from >= edit.referenceFrom) return true
  // A text that breaks off within a sentence was cut, and not only there.
  const end = text.tokens[edit.textFrom - 1]?.end ?? 0
  return slot.to <= edit.referenceTo && /^["'”’)>\]*_]{0,3}[.!?:;>]/.test(text.original.slice(end, end + 5))
}
