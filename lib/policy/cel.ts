import { Environment } from '@marcbachmann/cel-js'
import { objectionTo, readsOf } from './condition-check.ts'
import { SUBJECT_SCHEMA, type Subject } from './subject.ts'
import { celValuesOf } from './subject-values.ts'

export const MAX_CONDITION_LENGTH = 2_000

const LIMITS = { maxAstNodes: 200, maxDepth: 24, maxListElements: 60, maxMapEntries: 0, maxCallArguments: 3 }

/** `error` says that the condition could not be decided on this subject: something it needs is not known. */
export type Evaluation =
  | { result: 'holds' }
  | { result: 'does-not-hold' }
  | { result: 'error'; isMissingValue: boolean; detail: string }

export interface Condition {
  /** The subject's values it looks at. */
  readonly reads: readonly string[]
  evaluate(subject: Subject): Evaluation
}

export type Compiled = { ok: true; condition: Condition } | { ok: false; problem: string }

function environment(): Environment {
  const env = new Environment({ unlistedVariablesAreDyn: false, limits: LIMITS })
  for (const [name, type] of Object.entries(SUBJECT_SCHEMA)) {
    if (typeof type === 'string') env.registerVariable(name, type)
    else env.registerVariable({ name, schema: type })
  }
  return env
}

const ENVIRONMENT = environment()

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n')[0] ?? text
}

/**
 * Reads and type-checks a condition; a field that does not exist, a wrong word or a call we do not offer is a problem,
 * not a surprise later.
 */
export function compileCondition(text: string): Compiled {
  if (text.length > MAX_CONDITION_LENGTH)
    return { ok: false, problem: `It is longer than ${MAX_CONDITION_LENGTH} characters.` }
  try {
    const parsed = ENVIRONMENT.parse(text)
    const checked = parsed.check()
    if (!checked.valid) return { ok: false, problem: firstLine(checked.error) }
    if (checked.type !== 'bool')
      return { ok: false, problem: `It gives ${checked.type ?? 'no type'}, not true or false.` }
    const objection = objectionTo(parsed.ast)
    if (objection !== undefined) return { ok: false, problem: objection }
    return { ok: true, condition: { reads: readsOf(parsed.ast), evaluate: (subject) => run(parsed, subject) } }
  } catch (error) {
    return { ok: false, problem: firstLine(error) }
  }
}

function run(parsed: (values: Record<string, unknown>) => unknown, subject: Subject): Evaluation {
  try {
    const value = parsed(celValuesOf(subject))
    if (typeof value !== 'boolean')
      return { result: 'error', isMissingValue: false, detail: 'It gave neither true nor false.' }
    return { result: value ? 'holds' : 'does-not-hold' }
  } catch (error) {
    const isMissingValue = error instanceof Error && 'code' in error && error.code === 'no_such_key'
    return { result: 'error', isMissingValue, detail: firstLine(error) }
  }
}
