import type { Prisma } from '#generated/prisma/client.ts'
import { record } from '#lib/audit/record.ts'
import type { Ctx } from '#lib/ctx.ts'
import { canonicalJson } from '#lib/shared/canonical-json.ts'
import { checkRule } from '../check-rule.ts'
import type { RuleVersion } from '../rule.ts'
import { STARTER_RULES } from '../starter-rules.ts'

/**
 * Puts the shipped rules in force: a rule that reads otherwise than its newest version becomes a version of its own, and the
 * set of versions in force is recorded when it differs. Loading the same rules again changes nothing.
 */
export async function loadStarterRules(
  ctx: Ctx,
  rules: readonly RuleVersion[] = STARTER_RULES,
): Promise<{ rules: number; isNew: boolean }> {
  for (const rule of rules) {
    const [problem] = checkRule(rule)
    if (problem) throw new Error(`Rule ${rule.id}: ${problem.field} ${problem.message}`)
  }
  return ctx.transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('rules', 0))`
    const now = ctx.clock.now()
    const inForce: string[] = []
    for (const rule of rules) {
      await tx.rule.upsert({ where: { id: rule.id }, create: { id: rule.id, createdAt: now }, update: {} })
      const newest = await tx.ruleVersion.findFirst({ where: { ruleId: rule.id }, orderBy: { n: 'desc' } })
      const n = newest ? newest.n + 1 : rule.version
      const isSame = newest !== null && canonicalJson(newest.body) === canonicalJson({ ...rule, version: newest.n })
      const version = isSame
        ? newest
        : await tx.ruleVersion.create({ data: versionRow({ ...rule, version: n }, now, ctx.actor.name) })
      inForce.push(version.id)
    }
    const current = await tx.ruleSet.findFirst({ orderBy: { version: 'desc' } })
    if (current && canonicalJson(current.ruleVersionIds) === canonicalJson(inForce))
      return { rules: rules.length, isNew: false }
    const set = await tx.ruleSet.create({
      data: { ruleVersionIds: inForce, recordedAt: now, recordedBy: ctx.actor.name },
    })
    await tx.touched.create({ data: { kind: 'rules', id: String(set.version), at: now } })
    await record(tx, ctx, {
      action: 'rules.loaded',
      object: { kind: 'rule-set', id: String(set.version) },
      after: { rules: rules.map((rule) => rule.id) },
    })
    return { rules: rules.length, isNew: true }
  })
}

function versionRow(rule: RuleVersion, now: Date, by: string): Prisma.RuleVersionUncheckedCreateInput {
  const { id, version, title, severity, effect, condition, reason, remedy } = rule
  return {
    ruleId: id,
    n: version,
    title,
    severity,
    outcome: effect,
    condition,
    reason,
    remedy,
    body: JSON.parse(canonicalJson(rule)),
    recordedAt: now,
    recordedBy: by,
  }
}
