import type { z } from 'zod'
import type { AssessmentDetail } from '#lib/deployments/queries/find-assessment.ts'
import type { DeploymentOnRecord } from '#lib/deployments/queries/find-deployment.ts'
import type { PinnedLicence } from '#lib/deployments/queries/find-pinned-licence.ts'
import type { DeploymentRow } from '#lib/deployments/queries/list-deployments.ts'
import type { FindingRow } from '#lib/deployments/queries/list-findings.ts'
import type { deploymentDetail, deploymentItem } from '#lib/deployments/schema.ts'
import { dutyText, reasonText } from '#lib/policy/sentences.en.ts'
import type { CsvColumn } from '#lib/shared/csv.ts'

/** A deployment as lists answer it. */
export function itemOf(row: DeploymentRow): z.input<typeof deploymentItem> {
  const { id, version, team, slug, name, environment, use, exposure, accessChannel, owner } = row
  return {
    id,
    version,
    team,
    slug,
    name,
    model: { id: row.modelId, name: row.model },
    revision: { value: row.revision, isConfirmed: row.isConfirmed },
    environment,
    use,
    exposure,
    accessChannel,
    owner,
    licence: row.licenceId === null ? null : { id: row.licenceId, basis: row.licenceBasis ?? 'declared' },
    verdict: row.verdict,
    openFindings: row.openFindings,
    isRetired: row.isRetired,
    registeredAt: row.registeredAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  }
}

/** Columns of the CSV export by the ids the table gives them. */
export const CSV_COLUMNS: Readonly<Record<string, readonly CsvColumn<DeploymentRow>[]>> = {
  name: [
    { header: 'id', value: (row) => row.id },
    { header: 'name', value: (row) => row.name },
  ],
  team: [{ header: 'team', value: (row) => row.team }],
  model: [{ header: 'model', value: (row) => row.model }],
  revision: [
    { header: 'revision', value: (row) => row.revision },
    { header: 'revision_confirmed', value: (row) => row.isConfirmed },
  ],
  environment: [{ header: 'environment', value: (row) => row.environment }],
  use: [{ header: 'use', value: (row) => row.use }],
  exposure: [{ header: 'exposure', value: (row) => row.exposure }],
  accessChannel: [{ header: 'access_channel', value: (row) => row.accessChannel }],
  licence: [
    { header: 'licence', value: (row) => row.licenceId },
    { header: 'licence_basis', value: (row) => row.licenceBasis },
  ],
  verdict: [{ header: 'verdict', value: (row) => row.verdict }],
  openFindings: [{ header: 'open_findings', value: (row) => row.openFindings }],
  owner: [{ header: 'owner', value: (row) => row.owner }],
  changed: [
    { header: 'changed_at', value: (row) => row.changedAt },
    { header: 'registered_at', value: (row) => row.registeredAt },
  ],
}

/** The columns a view shows, in the table's order; all of them where it names none. The first one is always there. */
export function csvColumns(shown: string | undefined): CsvColumn<DeploymentRow>[] {
  const wanted = shown?.split(',')
  return Object.entries(CSV_COLUMNS)
    .filter(([id]) => id === 'name' || wanted === undefined || wanted.includes(id))
    .flatMap(([, columns]) => columns)
}

interface Known {
  deployment: DeploymentOnRecord
  assessment: AssessmentDetail | null
  licence: PinnedLicence
  findings: readonly FindingRow[]
  hubEndpoint: string
}

/** A deployment with its judgement, as its own address answers it. */
export function detailOf({
  deployment,
  assessment,
  licence,
  findings,
  hubEndpoint,
}: Known): z.input<typeof deploymentDetail> {
  const { newest, team, versions } = deployment
  const licenceId = licence.texts.find((text) => text.isGoverning)?.identification?.licenceId ?? newest.pinnedLicenceId
  return {
    id: deployment.id,
    version: newest.n,
    team: team.slug,
    slug: deployment.slug,
    name: newest.name,
    model: { id: newest.modelId, name: newest.model },
    modelKind: newest.modelKind,
    revision: { ...newest.revision, unknownBecause: newest.unknownBecause },
    environment: newest.environment,
    use: newest.use,
    exposure: newest.exposure,
    accessChannel: newest.accessChannel,
    provider: newest.provider,
    owner: newest.owner,
    purpose: newest.purpose,
    monthlyActiveUsers: newest.monthlyActiveUsers,
    regions: newest.regions,
    startsOn: newest.startsOn,
    licence: licenceId === null ? null : { id: licenceId, basis: licence.binding?.basis ?? 'declared' },
    verdict: assessment?.verdict ?? 'unknown',
    openFindings: findings.filter((finding) => finding.isOpen).length,
    isRetired: newest.isRetired,
    registeredAt: deployment.createdAt.toISOString(),
    registeredBy: versions.at(-1)?.recordedBy ?? newest.recordedBy,
    changedAt: newest.recordedAt.toISOString(),
    changedBy: newest.recordedBy,
    pinnedText: pinnedTextOf(deployment, licence, hubEndpoint),
    judgement: assessment && {
      verdict: assessment.verdict,
      asOf: assessment.at.toISOString(),
      ruleSet: assessment.ruleSet,
      reasons: assessment.reasons.map((reason) => ({
        code: reason.code,
        section: reason.section,
        text: reasonText(reason),
      })),
      duties: assessment.duties.map((duty) => ({ code: duty.code, section: duty.section, text: dutyText(duty) })),
    },
    findings: findings.map(({ id, ruleId, ruleVersion, title, severity, effect, isOpen, ...finding }) => ({
      id,
      rule: { id: ruleId, version: ruleVersion, title },
      severity,
      effect,
      isOpen,
      since: finding.since.toISOString(),
      decidedAt: finding.decidedAt?.toISOString() ?? null,
      message: finding.message,
      reason: finding.reason,
      remedy: finding.remedy,
    })),
  }
}

function pinnedTextOf({ newest }: DeploymentOnRecord, licence: PinnedLicence, hubEndpoint: string) {
  if (newest.pinnedTextSha === null) return null
  const seen = licence.texts.find((text) => text.isGoverning)
  return {
    sha256: newest.pinnedTextSha,
    path: seen?.path ?? null,
    asOf: seen?.seenAt.toISOString() ?? null,
    source: seen ? `${hubEndpoint}/${newest.model}/blob/${newest.revision.value}/${seen.path}` : null,
  }
}
