import slotsFile from './data/template-slots.json' with { type: 'json' }
import { readSlotPattern, type SlotPattern } from './slot-pattern.ts'

/** Words of a reference, from (included) to to (excluded), that a copy may leave out or say in another way. */
export interface Slot {
  from: number
  to: number
  kind: 'optional' | 'title' | 'owner' | 'alt'
  /** What may stand there instead; null where nothing else may. */
  pattern: SlotPattern | null
}

const KINDS = new Map<string, Slot['kind']>([
  ['optional', 'optional'],
  ['title', 'title'],
  ['owner', 'owner'],
  ['alt', 'alt'],
])

interface SlotRow {
  words: number
  slots: readonly (readonly (string | number)[])[]
}

const rows = new Map<string, SlotRow>(Object.entries(slotsFile.texts))

/** The slots of an SPDX text, by the id it is named under, in the order of its words; none for a copy of another length. */
export function templateSlots(licenceId: string, wordCount: number): Slot[] {
  const row = rows.get(licenceId)
  if (row === undefined || row.words !== wordCount) return []
  return row.slots.flatMap(([from, to, kindName, pattern]) => {
    const kind = KINDS.get(String(kindName))
    if (kind === undefined) return []
    return [
      { from: Number(from), to: Number(to), kind, pattern: kind === 'alt' ? readSlotPattern(String(pattern)) : null },
    ]
  })
}
