import { handle } from '#app/_server/handler.ts'
import { listModelsAfter } from '#lib/catalogue/queries/models.ts'
import { licenceName } from '#lib/licences/licence.ts'

const AT_MOST = 12

/** Models whose name holds what was typed, as the field for a model suggests them. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200)
    const sort = { by: 'name' as const, isDescending: false }
    const rows = q === '' ? [] : await listModelsAfter(db, { filter: { q }, sort, after: null, limit: AT_MOST })
    const items = rows.map((row) => ({ value: row.name, detail: detailOf(row.kind, row.licenceId) }))
    return Response.json({ items }, { headers: { 'cache-control': 'no-store' } })
  })
}

function detailOf(kind: string, licenceId: string | null): string {
  if (kind === 'api_only') return 'API only'
  return licenceId === null ? 'no licence known' : licenceName(licenceId)
}
