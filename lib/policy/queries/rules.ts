import { z } from 'zod'
import type { Queryable } from '#lib/db/client.ts'
import { type RuleVersion, ruleVersionSchema, SEVERITIES } from '../rule.ts'

export interface RulesInForce {
  /** Version of the set. */
  version: number
  rules: RuleVersion[]
  /** Row id of each rule's version, by rule. */
  versionIds: ReadonlyMap<string, string>
}

/** The rules in force now; throws where none were ever loaded, which a start rules out. */
export async function getRulesInForce(db: Queryable): Promise<RulesInForce> {
  const set = await db.ruleSet.findFirst({ orderBy: { version: 'desc' } })
  if (!set) throw new Error('No rules are loaded: the start that prepares the database loads them.')
  const ids = z.array(z.string()).parse(set.ruleVersionIds)
  const rows = await db.ruleVersion.findMany({ where: { id: { in: ids } }, orderBy: { ruleId: 'asc' } })
  const rules = rows.map((row) => ruleVersionSchema.parse(row.body))
  return { version: set.version, rules, versionIds: new Map(rows.map((row) => [row.ruleId, row.id])) }
}

export interface RuleInForce extends RuleVersion {
  since: Date
  recordedBy: string
}

/** The rules in force as people read them: each with the instant its version was recorded, the gravest first. */
export async function listRulesInForce(db: Queryable): Promise<{ version: number; since: Date; rules: RuleInForce[] }> {
  const set = await db.ruleSet.findFirst({ orderBy: { version: 'desc' } })
  if (!set) throw new Error('No rules are loaded: the start that prepares the database loads them.')
  const ids = z.array(z.string()).parse(set.ruleVersionIds)
  const rows = await db.ruleVersion.findMany({ where: { id: { in: ids } } })
  const rules = rows.map((row) => ({
    ...ruleVersionSchema.parse(row.body),
    since: row.recordedAt,
    recordedBy: row.recordedBy,
  }))
  const gravity = (rule: RuleInForce) => SEVERITIES.indexOf(rule.severity)
  rules.sort((a, b) => gravity(a) - gravity(b) || (a.id < b.id ? -1 : 1))
  return { version: set.version, since: set.recordedAt, rules }
}
