import { z } from 'zod'
import shipped from './data/starter-rules.json' with { type: 'json' }
import { type RuleVersion, ruleVersionSchema } from './rule.ts'

const shippedSchema = z.strictObject({ schemaVersion: z.literal(1), rules: z.array(ruleVersionSchema).min(1) })

/** The rules every installation starts with, in their order. */
export const STARTER_RULES: readonly RuleVersion[] = shippedSchema.parse(shipped).rules
