import { openApiDocument } from '#app/_server/openapi.ts'
import { webRuntime } from '#lib/wiring.ts'

export const dynamic = 'force-dynamic'

/** The API's own description. Public: it says what can be asked, never what is answered. */
export function GET(): Response {
  return Response.json(openApiDocument(webRuntime().environment.publicUrl))
}
