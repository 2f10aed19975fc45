import type { Alignment, Edit } from './alignment.ts'
import { isLayout, type LayoutText } from './layout-edits.ts'
import { fitsSlotPattern, isFilling, isNotice, LONGEST_NOTICE } from './slot-pattern.ts'
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
/** Longer than any advice: another licence that is quoted whole or not at all. */
const LONG_OPTION = 800

/** Sorts every difference, words missing at the ends included, by what the reference lets vary. */
export function kindsOfEdits(alignment: Alignment, reference: EditedReference, text: LayoutText): KindedEdit[] {
  const textWord = (at: number) => text.tokens[at]?.word ?? ''
  const { textFrom, textTo, referenceFrom, referenceTo } = alignment
  const edits: Edit[] = [...alignment.edits]
  if (referenceFrom > 0) edits.unshift({ referenceFrom: 0, referenceTo: referenceFrom, textFrom, textTo: textFrom })
  if (referenceTo < reference.size) {
    edits.push({ referenceFrom: referenceTo, referenceTo: reference.size, textFrom: textTo, textTo })
  }
  const filled = filledSlots(edits, alignment, reference, textWord)
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
  textWord: (at: number) => string,
): Slot[] {
  return reference.slots.filter((slot) => {
    if (slot.kind === 'optional') return false
    if (!edits.some((edit) => touches(edit, slot))) return false
    const from = textPlace(slot.from, 'from', edits, alignment)
    const to = textPlace(slot.to, 'to', edits, alignment)
    const words = wordsBetween(from, to, textWord).map(String)
    if (slot.kind === 'owner') return isFilling(words, LONGEST_NOTICE)
    if (slot.kind === 'title') return isTitleOf(words, reference.name, reference.licenceId)
    return slot.pattern !== null && fitsSlotPattern(slot.pattern, words)
  })
}

function touches(edit: Edit, slot: Slot): boolean {
  return slot.from <= edit.referenceTo && slot.to >= edit.referenceFrom
}

function kindOf(edit: Edit, filled: readonly Slot[], reference: EditedReference, text: LayoutText): KindedEdit['kind'] {
  const added = text.tokens.slice(edit.textFrom, edit.textTo).map((token) => token.word)
  const removed = wordsBetween(edit.referenceFrom, edit.referenceTo, reference.wordAt)
  if (isLayout(edit, removed, text)) return 'layout'
  const touching = filled.filter((slot) => touches(edit, slot))
  const isFilled = touching.length > 0 || added.length === 0 || isNotice(added)
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
  if (slot.from >= edit.referenceFrom) return true
  // A text that breaks off within a sentence was cut, and not only there.
  const end = text.tokens[edit.textFrom - 1]?.end ?? 0
  return slot.to <= edit.referenceTo && /^["'”’)>\]*_]{0,3}[.!?:;>]/.test(text.original.slice(end, end + 5))
}
