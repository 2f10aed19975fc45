/** One thing a caller may fix: which field, which rule refused it, what happened, and what to do about it. */
export interface Refusal {
  /** JSON Pointer (RFC 6901) into the input, or '' for the whole of it. */
  field: string
  /** Stable dotted code such as `revision.unknown`; part of the API. */
  rule: string
  message: string
  remedy: string
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] }

/** A use case that did what was asked. */
export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** A use case that changed nothing, with every reason it found. */
export function refused<T = never>(...refusals: Refusal[]): Outcome<T> {
  return { ok: false, refusals }
}
