import { decodeCursor, encodeCursor } from '#lib/shared/cursor.ts'

/** A place in the log as a cursor. */
export function cursorOf(seq: bigint): string {
  return encodeCursor([String(seq)])
}

/** The place a cursor stands for; undefined when it is none of this list. */
export function placeOf(cursor: string): bigint | undefined {
  const [seq] = decodeCursor(cursor) ?? []
  return typeof seq === 'string' && /^\d{1,18}$/.test(seq) ? BigInt(seq) : undefined
}
