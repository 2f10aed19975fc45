import { z } from 'zod'
import { decodeCursor, encodeCursor } from '#lib/shared/cursor.ts'
import type { Refusal } from '#lib/shared/outcome.ts'

/** Where a page of a sorted list begins: after or before a row, named by its sort value and id. */
export interface ListPlace {
  direction: 'next' | 'previous'
  key: string | number
  id: string
}

const shape = z.tuple([z.string(), z.enum(['next', 'previous']), z.union([z.string(), z.number()]), z.uuid()])

/** The cursor of a place in a list of that order. */
export function cursorOf(sort: string, { direction, key, id }: ListPlace): string {
  return encodeCursor([sort, direction, key, id])
}

/** The place a cursor names; null when it is none of ours, or of a list in another order. */
export function placeOf(cursor: string, sort: string, keyKind: 'string' | 'number' | 'instant'): ListPlace | null {
  const read = shape.safeParse(decodeCursor(cursor))
  if (!read.success || read.data[0] !== sort) return null
  const [, direction, key, id] = read.data
  const isFit =
    keyKind === 'instant'
      ? typeof key === 'string' && z.iso.datetime().safeParse(key).success
      : typeof key === keyKind && (typeof key !== 'number' || Number.isInteger(key))
  return isFit ? { direction, key, id } : null
}

/** Why a cursor cannot be followed. */
export const WRONG_CURSOR: Refusal = {
  field: '/cursor',
  rule: 'cursor.unknown',
  message: 'This is not a place in this list.',
  remedy: 'Begin without a cursor; follow `next` as it was given, with the same sort.',
}
