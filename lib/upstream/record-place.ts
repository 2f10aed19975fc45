import { decodeCursor, encodeCursor } from '#lib/shared/cursor.ts'

/** A place in a list that runs from the newest to the oldest. */
export interface RecordPlace {
  at: Date
  id: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** A place as a cursor. */
export function cursorOf({ at, id }: RecordPlace): string {
  return encodeCursor([at.toISOString(), id])
}

/** The place a cursor stands for; undefined when it is none of such a list. */
export function placeOf(cursor: string): RecordPlace | undefined {
  const [at, id] = decodeCursor(cursor) ?? []
  if (typeof at !== 'string' || typeof id !== 'string' || !INSTANT.test(at) || !UUID.test(id)) return undefined
  const instant = new Date(at)
  return Number.isNaN(instant.getTime()) ? undefined : { at: instant, id }
}
