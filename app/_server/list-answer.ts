import { webRuntime } from '#lib/wiring.ts'

/** One page of a list as the API answers it, with the address of the next one. */
export function listAnswer(
  request: Request,
  page: { items: readonly unknown[]; next: string | null; total?: number | undefined; unheld?: readonly unknown[] },
): Response {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (page.next !== null) {
    // A handler does not learn the address the browser used; the configured one is.
    const { pathname, searchParams } = new URL(request.url)
    searchParams.set('cursor', page.next)
    headers['link'] = `<${webRuntime().environment.publicUrl}${pathname}?${searchParams}>; rel="next"`
  }
  return Response.json(page, { headers })
}
