import { type Confidence, SUBJECT_SCHEMA, type Subject } from './subject.ts'

export type SubjectValue = string | number | boolean | readonly string[] | null

/** Only what was read with high or medium confidence may carry a judgement. */
export function isReliable(confidence: Confidence): boolean {
  return confidence === 'high' || confidence === 'medium'
}

function isBranch(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

function leavesOf(node: unknown, prefix: string): string[] {
  if (!isBranch(node)) return [prefix]
  return Object.entries(node).flatMap(([key, value]) => leavesOf(value, prefix === '' ? key : `${prefix}.${key}`))
}

/** Every path a rule may read, such as `deployment.use`. */
export const SUBJECT_PATHS: readonly string[] = leavesOf(SUBJECT_SCHEMA, '')

/** The value at a path of the subject; null where it is not known. */
export function valueAt(subject: Subject, path: string): SubjectValue {
  let node: unknown = subject
  for (const key of path.split('.')) node = isBranch(node) && Object.hasOwn(node, key) ? node[key] : null
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'boolean') return node
  return Array.isArray(node) ? node.map(String) : null
}

function toCel(value: unknown): unknown {
  // CEL integers are bigints; a plain number would be a double and fail the declared type.
  if (typeof value === 'number') return BigInt(value)
  if (Array.isArray(value)) return value
  if (!isBranch(value)) return value
  const known = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(known.map(([key, inner]) => [key, toCel(inner)]))
}

/**
 * The subject as values for CEL. What is not known is left out, so that reading it is an error and not a pass; a term
 * read with low or no confidence has no value to read.
 */
export function celValuesOf(subject: Subject): Record<string, unknown> {
  const term = subject.terms?.commercialUse
  const terms =
    term === undefined ? {} : { commercialUse: isReliable(term.confidence) ? term : { ...term, value: null } }
  return Object.fromEntries(Object.entries({ ...subject, terms }).map(([key, value]) => [key, toCel(value)]))
}
