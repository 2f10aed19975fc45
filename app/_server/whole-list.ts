import { decodeCursor, encodeCursor } from '#lib/shared/cursor.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import type { PageQuery } from '#lib/shared/page-query.ts'
import { refusal } from './handler.ts'
import { listAnswer } from './list-answer.ts'

/** The refusal of a cursor that is none of the list's own. */
export const MALFORMED_CURSOR: Refusal = {
  field: '/cursor',
  rule: 'cursor.malformed',
  message: 'This is no cursor of this list.',
  remedy: 'Give `next` of the answer before as it was, or leave it out to start at the beginning.',
}

/** One page of a list that is short enough to be read whole; each item's id is its place. */
export function wholeListAnswer(
  request: Request,
  items: readonly { id: string }[],
  { limit, cursor, total }: PageQuery,
): Response {
  const [after] = cursor === undefined ? [] : (decodeCursor(cursor) ?? [])
  const at = items.findIndex((item) => item.id === after)
  if (cursor !== undefined && at === -1) return refusal([MALFORMED_CURSOR])
  const shown = items.slice(at + 1, at + 1 + limit)
  const last = at + 1 + limit < items.length ? shown.at(-1) : undefined
  return listAnswer(request, {
    items: shown,
    next: last === undefined ? null : encodeCursor([last.id]),
    ...(total === 'true' ? { total: items.length } : {}),
  })
}
