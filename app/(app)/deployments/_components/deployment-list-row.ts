import type { LicenceBasis } from '#app/_ui/licence-mark.tsx'
import type { DeploymentRow } from '#lib/deployments/queries/list-deployments.ts'
import { ACCESS_WORDS, ENVIRONMENT_WORDS, EXPOSURE_WORDS, USE_WORDS } from '#lib/deployments/sentences.en.ts'
import { licenceName } from '#lib/licences/licence.ts'
import type { DeploymentListRow } from './deployment-columns.tsx'

const BASES: readonly LicenceBasis[] = ['identified', 'declared', 'concluded', 'catalogue']

/** Commits and digests are told by their first characters; other revisions are names, and told whole. */
export function isHash(revision: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(revision)
}

/** A row of the list, in words. */
export function deploymentListRow(
  row: DeploymentRow,
  teamNames: ReadonlyMap<string, string>,
  now: Date,
): DeploymentListRow {
  return {
    id: row.id,
    name: row.name,
    team: teamNames.get(row.team) ?? row.team,
    model: { id: row.modelId, name: row.model },
    revision: { value: row.revision, isHash: isHash(row.revision), isConfirmed: row.isConfirmed },
    environment: ENVIRONMENT_WORDS[row.environment],
    use: USE_WORDS[row.use],
    exposure: EXPOSURE_WORDS[row.exposure],
    access: ACCESS_WORDS[row.accessChannel],
    licence: {
      name: row.licenceId === null ? null : licenceName(row.licenceId),
      basis: BASES.find((basis) => basis === row.licenceBasis) ?? 'declared',
    },
    verdict: row.verdict,
    openFindings: row.openFindings,
    owner: row.owner,
    changedAt: row.changedAt,
    now,
  }
}
