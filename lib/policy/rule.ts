import { z } from 'zod'
import type { SubjectChanges } from './example-subject.ts'
import { MODEL_KINDS, type Subject } from './subject.ts'
import { SUBJECT_PATHS } from './subject-values.ts'

export const SEVERITIES = ['high', 'medium', 'low'] as const
/**
 * What a firing rule does to the verdict. `notice` opens a finding and leaves the verdict alone: whether the next
 * version will be open says nothing about whether this one may be used.
 */
export const RULE_EFFECTS = ['deny', 'review', 'notice'] as const

export type Severity = (typeof SEVERITIES)[number]
export type RuleEffect = (typeof RULE_EFFECTS)[number]

const sentence = z.string().trim().min(1).max(1_000)

/** Placeholders such as `{model.name}` in a rule's sentences. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{([A-Za-z0-9.]+)\}/g)].flatMap((match) => match[1] ?? [])
}

const template = sentence.refine((text) => placeholdersOf(text).every((path) => SUBJECT_PATHS.includes(path)), {
  error: 'names a value in braces that a rule cannot read',
})

function isChanges(value: unknown): value is SubjectChanges {
  return typeof value === 'object' && value !== null && Object.keys(value).every(isRoot)
}

function isRoot(key: string): boolean {
  return SUBJECT_PATHS.some((path) => path === key || path.startsWith(`${key}.`))
}

const ruleTest = z.strictObject({
  name: sentence,
  /** What differs from the example deployment. */
  given: z.custom<SubjectChanges>(isChanges, { error: 'names a part that a deployment does not have' }),
  expect: z.enum(['fires', 'silent', 'review']),
})

/** One version of a rule as it is stored and shipped. */
export const ruleVersionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,62}$/),
  version: z.int().min(1),
  title: sentence,
  severity: z.enum(SEVERITIES),
  appliesTo: z.strictObject({ modelKinds: z.array(z.enum(MODEL_KINDS)).min(1) }),
  condition: z.string().min(1),
  effect: z.enum(RULE_EFFECTS),
  message: template,
  reason: template,
  remedy: template,
  /** The values that make one cause of this rule: while they stay, it is the same finding. */
  cause: z.array(z.enum([...SUBJECT_PATHS])).min(1),
  tests: z.array(ruleTest).min(2),
})

export type RuleVersion = z.infer<typeof ruleVersionSchema>
export type RuleTest = RuleVersion['tests'][number]

/** Whether a rule speaks about such a deployment at all. */
export function applies(rule: RuleVersion, subject: Subject): boolean {
  return rule.appliesTo.modelKinds.includes(subject.model.kind)
}
