import { readinessOf } from '#lib/db/readiness.ts'
import { webRuntime } from '#lib/wiring.ts'

export const dynamic = 'force-dynamic'

/** Ready: the database is reachable and every migration is applied. */
export async function GET(): Promise<Response> {
  const readiness = await readinessOf(webRuntime().databaseUrl)
  return Response.json(readiness, { status: readiness.status === 'ready' ? 200 : 503 })
}
