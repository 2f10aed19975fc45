import { handle, refusal } from '#app/_server/handler.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { MALFORMED_CURSOR } from '#app/_server/whole-list.ts'
import { searchTexts } from '#lib/licences/queries/search-ledger.ts'
import { textQuerySchema } from '#lib/licences/schema.ts'
import { decodeCursor, encodeCursor } from '#lib/shared/cursor.ts'
import { readParams } from '#lib/shared/list-params.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { foundItemOf, saidOf } from './answers.ts'
import { bringText } from './bring-text.ts'

/** Lists the licence texts that are held: all of them, or those with words in a clause, or whose licence says something. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const asked = readParams(textQuerySchema, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { limit, cursor, total, ...search } = asked.value
    if (search.value !== undefined && search.term === undefined) return refusal([VALUE_WITHOUT_TERM])
    const offset = cursor === undefined ? 0 : offsetIn(cursor)
    if (offset === null) return refusal([MALFORMED_CURSOR])
    const found = await searchTexts(db, search, { offset, limit })
    const end = offset + found.items.length
    return listAnswer(request, {
      items: found.items.map(foundItemOf),
      next: end < found.total && found.items.length > 0 ? encodeCursor([end]) : null,
      ...(total === 'true' ? { total: found.total } : {}),
      ...(search.term === undefined ? {} : { unheld: found.unheld.map(saidOf) }),
    })
  })
}

/** Keeps a text that no hub holds. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'licence:upload', (ctx) => bringText(ctx, request))
}

const VALUE_WITHOUT_TERM: Refusal = {
  field: '/value',
  rule: 'value.without-term',
  message: 'A value is what some term says, and no term is named.',
  remedy: 'Name the term too, such as term=output_training, or leave the value out.',
}

/** Texts are ranked by the words that were asked for, so a place in the list is a number in it. */
function offsetIn(cursor: string): number | null {
  const [offset] = decodeCursor(cursor) ?? []
  return typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0 ? offset : null
}
