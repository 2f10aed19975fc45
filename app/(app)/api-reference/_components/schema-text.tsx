import type { Json } from '#app/_server/openapi-schemas.ts'
import { ScrollRegion } from '#app/_ui/scroll-region.tsx'

/** A schema as it stands in the OpenAPI document. */
export function SchemaText({ name, schema }: { name: string; schema: Json }) {
  return (
    <ScrollRegion label={name} className="mt-2 max-h-96 rounded border bg-canvas">
      <pre className="p-3 font-mono text-xs">{JSON.stringify(schema, null, 2)}</pre>
    </ScrollRegion>
  )
}
