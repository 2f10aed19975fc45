import { handle, refusal } from '#app/_server/handler.ts'
import { wholeFileAnswer } from '#app/_server/whole-file.ts'
import { findReadSide } from '#lib/licences/queries/read-sides.ts'
import { compareQuery } from '#lib/licences/reading-schema.ts'
import { notFound } from '#lib/shared/failure.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { COMPARED_COLUMNS, comparedItem, comparedRows } from '../answers.ts'

/** Two licences or texts term by term, or exactly that view as a file. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const asked = readParams(compareQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { of, only, format, bom } = asked.value
    const [first = '', second = ''] = of.split(',')
    const [left, right] = [await findReadSide(db, first), await findReadSide(db, second)]
    if (left === null) throw notFound(`${first}, as a licence or a held text,`)
    if (right === null) throw notFound(`${second}, as a licence or a held text,`)
    const items = comparedRows(left, right, only).map((row) => comparedItem(row, left, right))
    if (format !== undefined) return wholeFileAnswer('terms', items, COMPARED_COLUMNS, { format, bom })
    return Response.json({ items, next: null, total: items.length }, { headers: { 'cache-control': 'no-store' } })
  })
}
