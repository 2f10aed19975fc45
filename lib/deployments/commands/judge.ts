import { createHash } from 'node:crypto'
import type { Prisma } from '#generated/prisma/client.ts'
import type { ShiftModel } from '#lib/catalogue/api-shift.ts'
import { listShiftModels } from '#lib/catalogue/queries/shift-models.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Queryable, Tx } from '#lib/db/client.ts'
import { applyFindings } from '#lib/policy/commands/apply-findings.ts'
import { prepareRules, type RuleOutcome } from '#lib/policy/evaluate-rules.ts'
import { getRulesInForce, type RulesInForce } from '#lib/policy/queries/rules.ts'
import type { Subject } from '#lib/policy/subject.ts'
import { type Judgement, judge, verdictRank } from '#lib/policy/verdict.ts'
import { canonicalJson } from '#lib/shared/canonical-json.ts'
import { type JudgeableDeployment, listJudgeable } from '../queries/judgement-facts.ts'
import { subjectOf } from '../subject-of.ts'

/** What judging needs beside the deployments themselves; loaded once for many of them. */
export interface Bench {
  rules: RulesInForce
  evaluate: (subject: Subject) => RuleOutcome[]
  shiftModels: ShiftModel[]
}

/** Loads the rules in force and the models' places in their lineages. */
export async function openBench(db: Queryable): Promise<Bench> {
  const rules = await getRulesInForce(db)
  return { rules, evaluate: prepareRules(rules.rules), shiftModels: await listShiftModels(db) }
}

export interface JudgedVersion {
  deploymentId: string
  slug: string
  n: number
  verdict: Judgement['verdict']
  openFindings: number
}

/**
 * Judges deployments anew and puts the outcome on record: assessments where something differs, findings opened and closed, and
 * the row the list shows. A retired deployment is no longer judged: its findings close.
 */
export async function judgeDeployments(
  tx: Tx,
  ctx: Ctx,
  bench: Bench,
  deploymentIds: readonly string[],
  because: string,
): Promise<JudgedVersion[]> {
  const judgeable = await listJudgeable(tx, deploymentIds)
  const judged = judgeable.map((one) => ({ ...one, ...assess(one, bench) }))
  const counts = await applyFindings(
    tx,
    ctx,
    bench.rules,
    judged.map((one) => ({
      deploymentId: one.deploymentId,
      teamId: one.teamId,
      modelId: one.version.modelId,
      modelRef: `${one.facts.model.name}@${one.version.revision?.value ?? 'unknown'}`,
      version: one.version.n,
      outcomes: one.outcomes,
      because,
    })),
  )
  await saveAssessments(tx, bench, judged, ctx.clock.now())
  for (const one of judged) await saveCurrent(tx, one, counts.get(one.deploymentId) ?? 0)
  return judged.map((one) => ({
    deploymentId: one.deploymentId,
    slug: one.slug,
    n: one.version.n,
    verdict: one.judgement.verdict,
    openFindings: counts.get(one.deploymentId) ?? 0,
  }))
}

interface Assessed {
  subject: Subject
  outcomes: RuleOutcome[]
  judgement: Judgement
  inputsHash: string
}

/** What the rules say of one deployment, without touching anything. */
export function assess(one: Pick<JudgeableDeployment, 'facts' | 'version'>, bench: Bench): Assessed {
  const { subject, terms } = subjectOf(one.facts, bench.shiftModels)
  // Retired: nothing runs, so no rule has anything to say and every finding's cause is gone.
  const outcomes = one.version.isRetired
    ? bench.rules.rules.map(
        (rule): RuleOutcome => ({ ruleId: rule.id, ruleVersion: rule.version, result: 'not-applicable' }),
      )
    : bench.evaluate(subject)
  const judgement = judge(subject, outcomes, terms?.terms ?? null)
  // Duties follow from terms the subject does not show: a corrected one is another input.
  const inputs = canonicalJson({
    subject: { ...subject },
    terms: terms === null ? null : JSON.parse(JSON.stringify(terms.terms)),
    n: one.version.n,
    rules: bench.rules.version,
  })
  return { subject, outcomes, judgement, inputsHash: createHash('sha256').update(inputs).digest('hex') }
}

async function saveAssessments(
  tx: Tx,
  bench: Bench,
  judged: (JudgeableDeployment & Assessed)[],
  now: Date,
): Promise<void> {
  const newest = await tx.assessment.findMany({
    where: { deploymentId: { in: judged.map((one) => one.deploymentId) } },
    orderBy: [{ deploymentId: 'asc' }, { recordedAt: 'desc' }, { id: 'desc' }],
    distinct: ['deploymentId'],
    select: { deploymentId: true, inputsHash: true },
  })
  const known = new Map(newest.map((row) => [row.deploymentId, row.inputsHash]))
  const plain = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value))
  await tx.assessment.createMany({
    data: judged
      .filter((one) => known.get(one.deploymentId) !== one.inputsHash)
      .map((one) => ({
        deploymentId: one.deploymentId,
        n: one.version.n,
        ruleSetVersion: bench.rules.version,
        inputsHash: one.inputsHash,
        verdict: one.judgement.verdict,
        outcomes: plain({ reasons: one.judgement.reasons, fired: one.judgement.fired }),
        duties: plain(one.judgement.duties),
        subject: plain(one.subject),
        recordedAt: now,
      })),
  })
}

async function saveCurrent(tx: Tx, one: JudgeableDeployment & Assessed, openFindings: number): Promise<void> {
  const { version, subject, judgement, facts } = one
  const licence = shownLicence(subject, facts.concluded)
  const data = {
    n: version.n,
    teamId: one.teamId,
    teamSlug: one.teamSlug,
    slug: one.slug,
    name: version.name,
    modelId: version.modelId,
    modelName: subject.model.name,
    revision: version.revision?.value ?? 'unknown',
    isConfirmed: subject.revision.isConfirmed,
    environment: version.environment,
    use: version.use,
    exposure: version.exposure,
    accessChannel: version.accessChannel,
    owner: version.owner,
    ...licence,
    verdict: judgement.verdict,
    verdictRank: verdictRank(judgement.verdict),
    openFindings,
    isRetired: version.isRetired,
    registeredAt: one.createdAt,
    changedAt: version.recordedAt,
  }
  await tx.deploymentCurrent.upsert({
    where: { deploymentId: one.deploymentId },
    create: { deploymentId: one.deploymentId, ...data },
    update: data,
  })
}

/** The licence a list shows, and by whose word: a person's conclusion, even one that nothing governs, before the machine's. */
function shownLicence(
  { identified, declared }: Subject,
  concluded: { licenceId: string | null } | null,
): { licenceId: string | null; licenceBasis: string | null } {
  if (concluded !== null) return { licenceId: concluded.licenceId, licenceBasis: 'concluded' }
  if (identified.licenceId !== null) return { licenceId: identified.licenceId, licenceBasis: 'identified' }
  return { licenceId: declared.licenceId, licenceBasis: declared.licenceId === null ? null : 'declared' }
}
