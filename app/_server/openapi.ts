import packageJson from '../../package.json' with { type: 'json' }
import { CONTRACTS } from './contracts.ts'
import { gatherSchemas, type Json, type NamedSchemas } from './openapi-schemas.ts'
import type { RouteContract } from './route-contract.ts'

const REFUSAL = {
  type: 'object',
  required: ['field', 'rule', 'message', 'remedy'],
  properties: {
    field: { type: 'string', description: 'JSON Pointer into the input; empty for the whole of it' },
    rule: { type: 'string' },
    message: { type: 'string' },
    remedy: { type: 'string' },
  },
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/Refusal' } },
  },
}

const PROBLEM_ANSWER = {
  description: 'A problem: not signed in, not allowed, not found, or refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** The OpenAPI 3.1 document of the API, made from the schemas that validate its input and describe its answers. */
export function openApiDocument(serverUrl: string): Json {
  const schemas = gatherSchemas()
  const paths: Record<string, Json> = {}
  for (const contract of CONTRACTS)
    paths[contract.path] = { ...paths[contract.path], [contract.method]: operationOf(contract, schemas) }
  return {
    openapi: '3.1.0',
    info: { title: 'Weighbridge', version: packageJson.version, description: packageJson.description },
    servers: [{ url: serverUrl }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'wb_…' } },
      schemas: { ...schemas.all(), Problem: PROBLEM, Refusal: REFUSAL },
    },
  }
}

function operationOf(contract: RouteContract, schemas: NamedSchemas): Json {
  const [, , , resource = ''] = contract.path.split('/')
  return {
    operationId: `${contract.method} ${contract.path}`.replaceAll(/[^a-zA-Z0-9]+/g, '_').replace(/_$/, ''),
    summary: contract.summary,
    tags: [resource],
    description:
      contract.permission === 'public' ? 'Needs no sign-in.' : `Needs the permission ${contract.permission}.`,
    ...(contract.permission === 'public' ? { security: [] } : {}),
    parameters: [...pathParameters(contract), ...queryParameters(contract, schemas), ...headerParameters(contract)],
    ...(contract.body
      ? {
          requestBody: {
            required: true,
            content: {
              [contract.bodyMediaType ?? 'application/json']: { schema: schemas.use(contract.body, 'input') },
            },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(contract.answers).map(([status, answer]) => [status, answerOf(answer, schemas)]),
      ),
      default: PROBLEM_ANSWER,
    },
  }
}

function answerOf({ says, body, mediaType }: RouteContract['answers'][number], schemas: NamedSchemas): Json {
  if (!body && !mediaType) return { description: says }
  const schema = body ? schemas.use(body, 'output') : { type: 'string' }
  return { description: says, content: { [mediaType ?? 'application/json']: { schema } } }
}

function pathParameters(contract: RouteContract): Json[] {
  return [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters({ query }: RouteContract, schemas: NamedSchemas): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = schemas.use(field, 'input')
    return {
      name,
      in: 'query',
      required: !field.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema,
    }
  })
}

function headerParameters(contract: RouteContract): Json[] {
  if (!contract.isIdempotent) return []
  const description =
    'Sent again with the same body within 24 hours, it has its effect once; with another body it is refused.'
  return [
    { name: 'Idempotency-Key', in: 'header', required: false, description, schema: { type: 'string', maxLength: 200 } },
  ]
}
