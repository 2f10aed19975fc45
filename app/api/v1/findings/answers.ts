import type { z } from 'zod'
import type { FindingOnRecord } from '#lib/deployments/queries/find-finding.ts'
import type { FindingRow } from '#lib/deployments/queries/list-findings.ts'
import type { findingDetail, findingItem } from '#lib/policy/schema.ts'
import type { CsvColumn } from '#lib/shared/csv.ts'

/** What a finding rests on: rules over the register and what looks have seen. */
const SOURCE = 'judgement'

/** A finding as lists answer it. */
export function itemOf(row: FindingRow): z.input<typeof findingItem> {
  return {
    id: row.id,
    rule: { id: row.ruleId, version: row.ruleVersion, title: row.title },
    severity: row.severity,
    effect: row.effect,
    isOpen: row.isOpen,
    since: row.since.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    deployment: { id: row.deploymentId, name: row.deployment, team: row.team },
    model: row.model,
    message: row.message,
    asOf: row.asOf.toISOString(),
    source: SOURCE,
  }
}

export const CSV_COLUMNS: readonly CsvColumn<FindingRow>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'rule', value: (row) => row.ruleId },
  { header: 'rule_version', value: (row) => row.ruleVersion },
  { header: 'title', value: (row) => row.title },
  { header: 'severity', value: (row) => row.severity },
  { header: 'is_open', value: (row) => row.isOpen },
  { header: 'since', value: (row) => row.since },
  { header: 'decided_at', value: (row) => row.decidedAt },
  { header: 'deployment_id', value: (row) => row.deploymentId },
  { header: 'deployment', value: (row) => row.deployment },
  { header: 'team', value: (row) => row.team },
  { header: 'model', value: (row) => row.model },
  { header: 'message', value: (row) => row.message },
]

/** A finding with its history, as its own address answers it. */
export function detailOf(finding: FindingOnRecord): z.input<typeof findingDetail> {
  const { newest, deployment, rule } = finding
  return {
    id: finding.id,
    rule: { id: rule.id, version: rule.version, title: finding.title },
    severity: finding.severity,
    effect: finding.effect,
    isOpen: finding.isOpen,
    since: finding.since.toISOString(),
    decidedAt: finding.decidedAt?.toISOString() ?? null,
    deployment: { id: deployment.id, name: deployment.name, team: finding.team.slug },
    model: finding.model.name,
    message: finding.message,
    reason: finding.reason,
    remedy: finding.remedy,
    section: newest.section,
    condition: rule.condition,
    values: newest.values,
    asOf: newest.openedAt.toISOString(),
    source: SOURCE,
    episodes: finding.episodes.map((episode) => ({
      openedAt: episode.openedAt.toISOString(),
      because: episode.openedBecause,
      ruleVersion: episode.ruleVersion,
      deploymentVersion: episode.deploymentVersion,
      endedAt: episode.end?.at.toISOString() ?? null,
      endedBecause: episode.end?.because ?? null,
    })),
    decisions: finding.decisions.map(({ id, comment, by, at }) => ({ id, comment, by, at: at.toISOString() })),
  }
}
