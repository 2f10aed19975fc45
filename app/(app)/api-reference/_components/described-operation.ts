import { gatherSchemas, type Json } from '#app/_server/openapi-schemas.ts'
import type { RouteContract } from '#app/_server/route-contract.ts'

export interface DescribedOperation {
  id: string
  method: string
  path: string
  summary: string
  permission: string
  parameters: { name: string; says: string; takes: string }[]
  body: Json | null
  answers: { status: string; says: string; schema: Json | null }[]
}

export interface DescribedApi {
  resources: Map<string, DescribedOperation[]>
  /** What has a name, by name. */
  shapes: [string, Json][]
}

/** The contracts made ready for reading, with the schemas they name gathered once. */
export function describeApi(contracts: readonly RouteContract[]): DescribedApi {
  const schemas = gatherSchemas()
  const operations = contracts.map((contract): DescribedOperation => {
    const { method, path, summary, permission, query, body, answers } = contract
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({ name, says: 'In the path', takes: '' }))
    const inQuery = Object.entries(query?.shape ?? {}).map(([name, field]) => {
      const schema = schemas.use(field, 'input')
      return { name, says: String(schema['description'] ?? ''), takes: takesOf(schema) }
    })
    return {
      id: `${method}-${path.slice('/api/v1/'.length)}`.replace(/[^a-z]+/g, '-').replace(/-$/, ''),
      method: method.toUpperCase(),
      path,
      summary,
      permission,
      parameters: [...inPath, ...inQuery],
      body: body ? schemas.use(body, 'input') : null,
      answers: Object.entries(answers).map(([status, answer]) => ({
        status,
        says: answer.says,
        schema: answer.body ? schemas.use(answer.body, 'output') : null,
      })),
    }
  })
  return {
    resources: Map.groupBy(operations, (operation) => operation.path.split('/')[3] ?? ''),
    shapes: Object.entries(schemas.all()),
  }
}

/** What a parameter takes, in a line. */
function takesOf(schema: Json): string {
  const choices = Array.isArray(schema['enum']) ? schema['enum'].join(' | ') : undefined
  const { minimum, maximum, format, type, default: standard } = schema
  const range = minimum === undefined ? '' : ` ${String(minimum)} to ${String(maximum)}`
  const kind = choices ?? `${String(format ?? type ?? 'text')}${range}`
  return standard === undefined ? kind : `${kind}; ${String(standard)} unless given`
}
