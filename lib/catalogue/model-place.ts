import { decodeCursor, encodeCursor } from '#lib/shared/cursor.ts'
import { type Outcome, ok, refused } from '#lib/shared/outcome.ts'
import { type ModelOrder, type ModelSort, modelOrderText } from './model-list.ts'

/** Where a list of models goes on: what its last row is ordered by, and that row's id. */
export interface ModelPlace {
  value: string | number | null
  id: string
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isText = (value: unknown) => typeof value === 'string' && value.length <= 400 && !/\p{Cc}/u.test(value)
const isCount = (value: unknown) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31

const HOLDS: Readonly<Record<ModelSort, (value: unknown) => boolean>> = {
  name: isText,
  family: isText,
  licenceId: isText,
  releaseOn: (value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
  paramsTotalB: (value) => typeof value === 'number',
  contextTokens: isCount,
  openness: isCount,
}

/** A place as one word; it names its order, since it means nothing in another. */
export function modelCursor({ value, id }: ModelPlace, sort: ModelOrder): string {
  return encodeCursor([modelOrderText(sort), value, id])
}

/** Reads a place back; null without one. Refuses what is no place, or one of another order. */
export function readModelCursor(cursor: string | undefined, sort: ModelOrder): Outcome<ModelPlace | null> {
  if (cursor === undefined) return ok(null)
  const [order, value, id] = decodeCursor(cursor) ?? []
  const isPlace = value === null || (value !== undefined && HOLDS[sort.by](value))
  if (order === modelOrderText(sort) && isPlace && typeof id === 'string' && ID.test(id)) return ok({ value, id })
  return refused({
    field: '/cursor',
    rule: 'cursor.malformed',
    message: 'This is no place in this list.',
    remedy: 'Hand back `next` as it came, with the same sort; or leave cursor out to begin anew.',
  })
}
