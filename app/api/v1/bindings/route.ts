import { z } from 'zod'
import { csvAnswer, jsonAnswer } from '#app/_server/export-answer.ts'
import { handle, refusal } from '#app/_server/handler.ts'
import { once } from '#app/_server/idempotency.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { listAnswer } from '#app/_server/list-answer.ts'
import { MALFORMED_CURSOR } from '#app/_server/whole-list.ts'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import {
  BOUND_COLUMNS,
  boundCursor,
  boundInstant,
  boundItemOf,
  boundQuery,
  readBoundCursor,
} from '#lib/deployments/bound.ts'
import { countBound, eachBound, listBound, placeOfBound } from '#lib/deployments/queries/bound.ts'
import { concludeBinding } from '#lib/licences/commands/conclude-binding.ts'
import { concludedBinding, concludedBindingInput } from '#lib/licences/concluded-binding.ts'
import { readParams } from '#lib/shared/list-params.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

/** Who is bound by which text, now or as of a date: one page, or the whole view as a file. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db, actor, clock }) => {
    const asked = readParams(boundQuery, new URL(request.url).searchParams)
    if (!asked.ok) return refusal(asked.refusals)
    const { limit, cursor, total, format, bom, asOf, ...filter } = asked.value
    const at = boundInstant(asOf, clock.now())
    const scope = may(actor, 'deployment:read') ? scopeFor(actor, 'deployment:read') : null
    const view = { filter, at, scope }
    if (format !== undefined) {
      const file = { fileName: `bindings-${at.toISOString().slice(0, 10)}`, rows: itemsOf(eachBound(db, view), at) }
      return format === 'csv'
        ? csvAnswer(file, BOUND_COLUMNS, { hasBom: bom === 'true' })
        : jsonAnswer(file, (item) => item)
    }
    const after = cursor === undefined ? undefined : readBoundCursor(cursor)
    if (cursor !== undefined && after === undefined) return refusal([MALFORMED_CURSOR])
    const rows = await listBound(db, view, { after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return listAnswer(request, {
      items: shown.map((row) => boundItemOf(row, at)),
      next: last === undefined ? null : boundCursor(placeOfBound(last)),
      ...(total === 'true' ? { total: (await countBound(db, view)).total } : {}),
    })
  })
}

async function* itemsOf(rows: ReturnType<typeof eachBound>, at: Date) {
  for await (const some of rows) yield some.map((row) => boundItemOf(row, at))
}

/** Concludes which text and licence govern a revision. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'licence:conclude', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = concludedBindingInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const done = await once(ctx, request, {
      route: 'POST /api/v1/bindings',
      body: body.value,
      worth: z.object({ ok: z.literal(true), value: concludedBinding }),
      run: (inner) => concludeBinding(inner, input.data),
    })
    if (done.done === 'never') return refusal(done.refusals)
    if (!done.value.ok) return refusal(done.value.refusals)
    const headers: Record<string, string> = done.done === 'before' ? { 'idempotency-replayed': 'true' } : {}
    return Response.json(done.value.value, { status: done.value.value.isNew ? 201 : 200, headers })
  })
}
