import { z } from 'zod'

export type Json = Record<string, unknown>
type Definitions = ReadonlyMap<string, unknown>

export interface NamedSchemas {
  /** The schema as it stands where it is used: what has a name is referred to. */
  use(schema: z.ZodType, io: 'input' | 'output'): Json
  /** Everything that was referred to, by name. */
  all(): Record<string, Json>
}

/** Gathers the named schemas of a document while its operations are described, each once. */
export function gatherSchemas(): NamedSchemas {
  const named = new Map<string, { written: string; shown: Json }>()
  return {
    use(schema, io) {
      const { $schema: _, $defs, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
      const definitions: Definitions = new Map(Object.entries($defs ?? {}))
      const names = new Map<string, string>()
      for (const [name, definition] of definitions) {
        if (isUnnamed(name)) continue
        const written = JSON.stringify(withoutUnnamed(definition, definitions))
        // What is sent and what is answered may differ under one name: a default makes a field optional only on the way in.
        const free = [name, `${name}Input`, `${name}Output`].find(
          (one) => (named.get(one)?.written ?? written) === written,
        )
        names.set(name, free ?? name)
        named.set(free ?? name, { written, shown: {} })
      }
      for (const [name, chosen] of names) {
        const definition = withoutUnnamed(definitions.get(name), definitions)
        named.set(chosen, { written: JSON.stringify(definition), shown: referring(definition, names) })
      }
      return referring(withoutUnnamed(root, definitions), names)
    },
    all: () =>
      Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { shown }]) => [name, shown])),
  }
}

const DEFINITION = '#/$defs/'

function isUnnamed(name: string): boolean {
  return name.startsWith('__')
}

/** Puts definitions that have no name of their own where they are used; one that holds itself keeps an open end. */
function withoutUnnamed(value: unknown, definitions: Definitions, within: readonly string[] = []): unknown {
  return mapRecords(value, (record) => {
    const name = typeof record['$ref'] === 'string' ? record['$ref'].slice(DEFINITION.length) : null
    if (name === null || !isUnnamed(name)) return null
    return {
      instead: within.includes(name) ? {} : withoutUnnamed(definitions.get(name), definitions, [...within, name]),
    }
  })
}

/** Leads references into the document's own components. */
function referring(value: unknown, names: ReadonlyMap<string, string>): Json {
  const led = mapRecords(value, (record) => {
    const name = typeof record['$ref'] === 'string' ? record['$ref'].slice(DEFINITION.length) : null
    return name === null ? null : { instead: { $ref: `#/components/schemas/${names.get(name) ?? name}` } }
  })
  return isRecord(led) ? led : {}
}

function mapRecords(value: unknown, replace: (record: Json) => { instead: unknown } | null): unknown {
  if (Array.isArray(value)) return value.map((item) => mapRecords(item, replace))
  if (!isRecord(value)) return value
  const replaced = replace(value)
  if (replaced !== null) return replaced.instead
  const entries = Object.entries(value).filter(([key, item]) => !isNoBound(key, item))
  return Object.fromEntries(entries.map(([key, item]) => [key, mapRecords(item, replace)]))
}

/** The limits of a number type say nothing about the field. */
function isNoBound(key: string, value: unknown): boolean {
  return (key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
