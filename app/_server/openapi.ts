import { z } from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { CONTRACTS } from './contracts.ts'
import type { RouteContract } from './route-contract.ts'

type Json = Record<string, unknown>

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
  const paths: Record<string, Json> = {}
  for (const contract of CONTRACTS)
    paths[contract.path] = { ...paths[contract.path], [contract.method]: operationOf(contract) }
  return {
    openapi: '3.1.0',
    info: { title: 'Weighbridge', version: packageJson.version, description: packageJson.description },
    servers: [{ url: serverUrl }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'wb_…' } },
      schemas: { Problem: PROBLEM, Refusal: REFUSAL },
    },
  }
}

function operationOf(contract: RouteContract): Json {
  const [, , , resource = ''] = contract.path.split('/')
  return {
    operationId: `${contract.method} ${contract.path}`.replaceAll(/[^a-zA-Z0-9]+/g, '_').replace(/_$/, ''),
    summary: contract.summary,
    tags: [resource],
    description:
      contract.permission === 'public' ? 'Needs no sign-in.' : `Needs the permission ${contract.permission}.`,
    ...(contract.permission === 'public' ? { security: [] } : {}),
    parameters: [...pathParameters(contract), ...queryParameters(contract), ...headerParameters(contract)],
    ...(contract.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(contract.body, 'input') } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(Object.entries(contract.answers).map(([status, answer]) => [status, answerOf(answer)])),
      default: PROBLEM_ANSWER,
    },
  }
}

function answerOf({ says, body, mediaType }: RouteContract['answers'][number]): Json {
  if (!body && !mediaType) return { description: says }
  const schema = body ? schemaOf(body, 'output') : { type: 'string' }
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

function queryParameters(contract: RouteContract): Json[] {
  if (!contract.query) return []
  const { properties = {}, required = [] } = schemaOf(contract.query, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }))
}

function headerParameters(contract: RouteContract): Json[] {
  if (!contract.isIdempotent) return []
  const description =
    'Sent again with the same body within 24 hours, it has its effect once; with another body it is refused.'
  return [
    { name: 'Idempotency-Key', in: 'header', required: false, description, schema: { type: 'string', maxLength: 200 } },
  ]
}

/** A schema of its own, definitions inside it, so that it can stand anywhere in the document. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return inlined(rest, (rest.$defs ?? {}) as Record<string, Json>)
}

/** Replaces references into the schema's own definitions by what they stand for; a schema that holds itself keeps an open end. */
function inlined(value: unknown, definitions: Record<string, Json>, seen: readonly string[] = []): Json {
  const walk = (one: unknown, within: readonly string[]): unknown => {
    if (Array.isArray(one)) return one.map((item) => walk(item, within))
    if (typeof one !== 'object' || one === null) return one
    const record = one as Json
    const name = typeof record.$ref === 'string' ? record.$ref.replace('#/$defs/', '') : null
    if (name !== null) return within.includes(name) ? {} : walk(definitions[name] ?? {}, [...within, name])
    return Object.fromEntries(
      Object.entries(record).flatMap(([key, item]) => (key === '$defs' ? [] : [[key, walk(item, within)]])),
    )
  }
  return walk(value, seen) as Json
}
