import { z } from 'zod'
import { handle, refusal } from '#app/_server/handler.ts'
import { once } from '#app/_server/idempotency.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { createTeam } from '#lib/auth/commands/people.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { listTeams } from '#lib/auth/queries/people.ts'
import { teamInput } from '#lib/auth/schema.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'

const created = z.object({ ok: z.literal(true), value: z.object({ id: z.uuid(), slug: z.string() }) })

/** The teams the caller may know of, by name. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'team:read', async (ctx) => {
    const teams = await listTeams(ctx.db, scopeFor(ctx.actor, 'team:read'))
    const items = teams.map(({ id, slug, name, createdAt }) => ({ id, slug, name, createdAt: createdAt.toISOString() }))
    const headers = { 'cache-control': 'no-store' }
    return Response.json({ items, next: null, total: items.length }, { headers })
  })
}

/** Creates a team. */
export function POST(request: Request): Promise<Response> {
  return handle(request, 'people:manage', async (ctx) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body.answer
    const input = teamInput.safeParse(body.value)
    if (!input.success) return refusal(refusalsOf(input.error, body.value))
    const done = await once(ctx, request, {
      route: 'POST /api/v1/teams',
      body: body.value,
      worth: created,
      run: (inner) => createTeam(inner, input.data),
    })
    if (done.done === 'never') return refusal(done.refusals)
    if (!done.value.ok) return refusal(done.value.refusals)
    const headers: Record<string, string> = done.done === 'before' ? { 'idempotency-replayed': 'true' } : {}
    return Response.json(done.value.value, { status: 201, headers })
  })
}
