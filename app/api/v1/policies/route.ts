import type { z } from 'zod'
import { handle } from '#app/_server/handler.ts'
import { listRulesInForce, type RuleInForce } from '#lib/policy/queries/rules.ts'
import type { policyItem } from '#lib/policy/schema.ts'

/** The rules in force, the gravest first. */
export function GET(request: Request): Promise<Response> {
  return handle(request, 'policy:read', async (ctx) => {
    const { rules } = await listRulesInForce(ctx.db)
    const body = { items: rules.map(itemOf), next: null, total: rules.length }
    return Response.json(body, { headers: { 'cache-control': 'no-store' } })
  })
}

function itemOf(rule: RuleInForce): z.input<typeof policyItem> {
  const { id, version, title, severity, effect, condition, reason, remedy, appliesTo, since, recordedBy } = rule
  return {
    id,
    version,
    title,
    severity,
    effect,
    condition,
    reason,
    remedy,
    modelKinds: appliesTo.modelKinds,
    since: since.toISOString(),
    recordedBy,
  }
}
