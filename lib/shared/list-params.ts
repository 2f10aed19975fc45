import type { z } from 'zod'
import { jsonPointer } from './json-pointer.ts'
import { type Outcome, ok, type Refusal } from './outcome.ts'
import { refusalsOf } from './zod-refusals.ts'

/** Parameters as an address or a page gives them. */
export type RawParams = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>

function given(params: RawParams): Record<string, string> {
  const entries = params instanceof URLSearchParams ? [...params] : Object.entries(params)
  const found: Record<string, string> = Object.create(null)
  for (const [name, value] of entries) {
    const first = typeof value === 'string' ? value : value?.[0]
    // A form that was sent with an empty field asks for nothing by it.
    if (first !== undefined && first !== '' && !Object.hasOwn(found, name)) found[name] = first
  }
  return found
}

/** What a list is asked for, by its schema; parameters the schema does not name are somebody else's and are passed over. */
export function readParams<S extends z.ZodType>(schema: S, params: RawParams): Outcome<z.output<S>> {
  const raw = given(params)
  const read = schema.safeParse(raw)
  return read.success ? ok(read.data) : { ok: false, refusals: refusalsOf(read.error, raw) }
}

/**
 * The same for a page, which shows something in any case: a parameter that cannot be read counts as left out, and is told
 * beside the list.
 */
export function readPageParams<S extends z.ZodObject>(
  schema: S,
  params: RawParams,
): { value: z.output<S>; refusals: Refusal[] } {
  const raw = given(params)
  const read = schema.safeParse(raw)
  if (read.success) return { value: read.data, refusals: [] }
  const refusals = refusalsOf(read.error, raw)
  const wrong = new Set(refusals.map((refusal) => refusal.field))
  const kept = Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(jsonPointer([name]))))
  return { value: schema.parse(kept), refusals }
}
