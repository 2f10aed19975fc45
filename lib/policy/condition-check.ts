import type { ASTNode } from '@marcbachmann/cel-js'
import { SUBJECT_VALUES } from './subject.ts'
import { SUBJECT_PATHS } from './subject-values.ts'

/**
 * What a condition may call. No `matches` (a pattern can run for seconds), no `dyn` (it would switch the type check
 * off).
 */
export const CALLABLE = ['has', 'size', 'startsWith', 'endsWith', 'contains', 'exists', 'exists_one', 'all'] as const
const LOOPS = new Set(['exists', 'exists_one', 'all'])

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}

function childrenOf(node: ASTNode): ASTNode[] {
  const parts: unknown[] = Array.isArray(node.args) ? node.args.flat(2) : [node.args]
  return parts.filter(isNode)
}

function pathOf(node: ASTNode): string | undefined {
  if (node.op === 'id') return node.args
  if (node.op !== '.') return undefined
  const owner = pathOf(node.args[0])
  return owner === undefined ? undefined : `${owner}.${node.args[1]}`
}

/** The subject's values a condition looks at, once each, in the order it names them. */
export function readsOf(node: ASTNode): string[] {
  const path = pathOf(node)
  if (path !== undefined) return SUBJECT_PATHS.filter((leaf) => leaf === path || leaf.startsWith(`${path}.`))
  return [...new Set(childrenOf(node).flatMap(readsOf))]
}

function wordsOf(node: ASTNode): string[] {
  if (node.op === 'value') return typeof node.args === 'string' ? [node.args] : []
  return node.op === 'list' ? node.args.flatMap(wordsOf) : []
}

function misspeltIn(node: ASTNode): string | undefined {
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return undefined
  const [left, right] = node.args
  for (const [named, other] of [[left, right] as const, [right, left] as const]) {
    const path = pathOf(named)
    const known = path === undefined ? undefined : SUBJECT_VALUES.get(path)
    const wrong = known && wordsOf(other).find((word) => !known.includes(word))
    if (wrong !== undefined) return `'${wrong}' is not a value of ${path}; it can be ${known?.join(', ')}.`
  }
  return undefined
}

/** The first thing in a well-typed condition that we do not offer, as a sentence; undefined when there is none. */
export function objectionTo(node: ASTNode, isInsideLoop = false): string | undefined {
  const name = node.op === 'call' || node.op === 'rcall' ? node.args[0] : undefined
  if (name !== undefined && !CALLABLE.some((allowed) => allowed === name)) {
    return `'${name}' may not be called in a condition; ${CALLABLE.join(', ')} may.`
  }
  const isLoop = name !== undefined && LOOPS.has(name)
  // Loops over lists multiply: three nested ones over 250 regions are fifteen million steps.
  if (isLoop && isInsideLoop) return `'${name}' may not stand inside another exists, exists_one or all.`
  const misspelt = misspeltIn(node)
  if (misspelt !== undefined) return misspelt
  for (const child of childrenOf(node)) {
    const objection = objectionTo(child, isInsideLoop || isLoop)
    if (objection !== undefined) return objection
  }
  return undefined
}
