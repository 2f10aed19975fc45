import { handle } from '#app/_server/handler.ts'
import { searchHeldTexts } from '#lib/licences/queries/search-texts.ts'

/** Held texts by the name of their licence, where they stood, or the beginning of their hash: as the picker suggests them. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200)
    const items = q === '' ? [] : await searchHeldTexts(db, q)
    return Response.json({ items }, { headers: { 'cache-control': 'no-store' } })
  })
}
