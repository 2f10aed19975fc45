/** A value that JSON can hold as it is. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

function unfit(value: unknown, at: string): TypeError {
  return new TypeError(`${at === '' ? 'The value' : at} cannot be written as JSON: ${typeof value} ${String(value)}.`)
}

function isRecord(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function text(value: string, at: string): string {
  // A lone surrogate has no UTF-8 form, so its bytes could not be hashed the same way twice.
  if (!value.isWellFormed()) throw unfit('lone surrogate', at)
  return JSON.stringify(value)
}

function member(key: string, value: unknown, at: string): string {
  return `${text(key, at)}:${write(value, `${at}/${key}`)}`
}

function write(value: unknown, at: string): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value, at)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item, index) => write(item, `${at}/${index}`)).join(',')}]`
  if (typeof value !== 'object' || !isRecord(value)) throw unfit(value, at)
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  // Array sort compares UTF-16 code units, which is the order RFC 8785 asks for.
  return `{${keys
    .sort()
    .map((key) => member(key, value[key], at))
    .join(',')}}`
}

/**
 * One text for one value, after RFC 8785: sorted keys, no white space, numbers as ECMAScript writes them. Members that
 * are undefined are left out; anything JSON cannot hold (dates, bigints, NaN, class instances) throws.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '')
}
