import type { Prisma } from '#generated/prisma/client.ts'
import { type AuditEntry, record } from '#lib/audit/record.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { newId } from '#lib/db/new-id.ts'
import type { RuleOutcome } from '../evaluate-rules.ts'
import { type OpenEpisode, planFindings } from '../finding.ts'
import type { RulesInForce } from '../queries/rules.ts'

/** One deployment's fresh outcomes. */
export interface JudgedDeployment {
  deploymentId: string
  teamId: string
  modelId: string
  modelRef: string
  version: number
  outcomes: RuleOutcome[]
  /** What moved the judgement: registered, changed, upstream, rules. */
  because: string
}

/** Opens and closes findings by what the rules say now, and answers how many are open for each deployment. */
export async function applyFindings(
  tx: Tx,
  ctx: Ctx,
  rules: RulesInForce,
  judged: readonly JudgedDeployment[],
): Promise<Map<string, number>> {
  const now = ctx.clock.now()
  const open = await listOpenEpisodes(
    tx,
    judged.map((one) => one.deploymentId),
  )
  const audit: AuditEntry[] = []
  const counts = new Map<string, number>()
  for (const deployment of judged) {
    const subject = { kind: 'deployment' as const, id: deployment.deploymentId }
    const plan = planFindings(subject, open.get(deployment.deploymentId) ?? [], deployment.outcomes)
    for (const { episode, because } of plan.close) {
      await tx.episodeEnd.create({ data: { episodeId: episode.episodeId, endedAt: now, because } })
      const finding = await tx.findingEpisode.findUniqueOrThrow({
        where: { id: episode.episodeId },
        select: { findingId: true },
      })
      await tx.findingCurrent.update({ where: { findingId: finding.findingId }, data: { isOpen: false, since: now } })
      audit.push(entry('finding.closed', finding.findingId, deployment, { rule: episode.ruleId, because }))
    }
    for (const { identity, outcome } of plan.open) {
      const key = { ruleId: identity.ruleId, deploymentId: deployment.deploymentId, causeKey: identity.causeKey }
      const existing = await tx.finding.findUnique({ where: { ruleId_deploymentId_causeKey: key } })
      const findingId = existing?.id ?? newId(now.getTime())
      if (!existing)
        await tx.finding.create({ data: { id: findingId, ...key, teamId: deployment.teamId, createdAt: now } })
      const ruleVersionId = rules.versionIds.get(identity.ruleId)
      if (ruleVersionId === undefined) throw new Error(`The rule ${identity.ruleId} is not in force.`)
      await tx.findingEpisode.create({
        data: {
          findingId,
          ruleVersionId,
          deploymentVersion: deployment.version,
          values: {
            because: outcome.because,
            section: outcome.section,
            values: outcome.values,
          } as Prisma.InputJsonObject,
          because: deployment.because,
          openedAt: now,
        },
      })
      const state = {
        severity: outcome.severity,
        outcome: outcome.effect,
        isOpen: true,
        since: now,
        modelId: deployment.modelId,
      }
      // What somebody said of an episode that ended does not answer the one that begins; a new wording of the rule is none.
      const isContinued = plan.close.some(
        ({ episode, because }) =>
          because === 'rule-changed' && episode.ruleId === identity.ruleId && episode.causeKey === identity.causeKey,
      )
      await tx.findingCurrent.upsert({
        where: { findingId },
        create: {
          findingId,
          ruleId: identity.ruleId,
          deploymentId: deployment.deploymentId,
          teamId: deployment.teamId,
          ...state,
        },
        update: isContinued ? state : { ...state, decidedAt: null },
      })
      audit.push(entry('finding.opened', findingId, deployment, { rule: identity.ruleId, because: deployment.because }))
    }
    counts.set(deployment.deploymentId, plan.keep.length + plan.open.length)
  }
  await record(tx, ctx, ...audit)
  return counts
}

function entry(
  action: 'finding.opened' | 'finding.closed',
  findingId: string,
  deployment: JudgedDeployment,
  detail: { rule: string; because: string },
): AuditEntry {
  return {
    action,
    object: { kind: 'finding', id: findingId },
    teamId: deployment.teamId,
    modelRef: deployment.modelRef,
    after: { ...detail, deploymentId: deployment.deploymentId, deploymentVersion: deployment.version },
  }
}

async function listOpenEpisodes(tx: Tx, deploymentIds: string[]): Promise<Map<string, OpenEpisode[]>> {
  const rows = await tx.findingEpisode.findMany({
    where: { end: null, finding: { deploymentId: { in: deploymentIds } } },
    include: { finding: true, ruleVersion: { select: { n: true } } },
  })
  const episodes = rows.map((row) => ({
    episodeId: row.id,
    ruleId: row.finding.ruleId,
    ruleVersion: row.ruleVersion.n,
    subject: { kind: 'deployment' as const, id: row.finding.deploymentId },
    causeKey: row.finding.causeKey,
  }))
  return Map.groupBy(episodes, (episode) => episode.subject.id)
}
