import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { VerdictMark } from '#app/_ui/verdict-mark.tsx'
import type { LicenceUse } from '#lib/deployments/queries/licence-users.ts'
import { VERDICTS } from '#lib/policy/verdict.ts'
import { counted } from '../../_components/counted.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

/** How it is known that a deployment stands under the licence. */
const BASES = new Map([
  ['identified', 'the pinned text'],
  ['concluded', 'a person’s conclusion'],
  ['declared', 'its declaration alone'],
])

interface DeploymentsUnderProps {
  use: LicenceUse
  licenceId: string
  /** The reader sees their own teams only. */
  isOwnOnly: boolean
}

/** The deployments that run under a licence and the teams whose they are, as far as the reader may see. */
export function DeploymentsUnder({ use: { deployments, total, teams }, licenceId, isOwnOnly }: DeploymentsUnderProps) {
  const list = (team?: string) =>
    `/deployments?licence=${encodeURIComponent(licenceId)}${team === undefined ? '' : `&team=${encodeURIComponent(team)}`}`
  if (total === 0) {
    return (
      <Section title="Deployments under it" id="teams">
        <p className="text-muted">{isOwnOnly ? 'No deployment of your teams' : 'No deployment'} runs under it.</p>
      </Section>
    )
  }
  return (
    <Section
      title="Deployments under it"
      id="teams"
      sentence={
        <>
          {counted(total, 'deployment', 'deployments')} of {counted(teams.length, 'team', 'teams')}
          {isOwnOnly && ' of yours'}:{' '}
          {teams.slice(0, 12).map((team, index) => (
            <span key={team.slug}>
              {index > 0 && ', '}
              <TextLink href={list(team.slug)}>{team.slug}</TextLink> {team.deployments.toLocaleString('en')}
            </span>
          ))}
          {teams.length > 12 && `, and ${teams.length - 12} more`}
        </>
      }
      actions={<TextLink href={list()}>In the list of deployments</TextLink>}
      padding="flush"
    >
      <PlainTable
        label="Deployments"
        head={[
          { label: 'Deployment', isWrapping: true },
          { label: 'Team' },
          { label: 'Model' },
          { label: 'By' },
          { label: 'Environment' },
          { label: 'Verdict' },
        ]}
        rows={deployments.map((one) => ({
          key: one.deploymentId,
          cells: [
            <span key="name" className="[overflow-wrap:anywhere]">
              <TextLink href={`/deployments/${one.deploymentId}`}>{one.name}</TextLink>
            </span>,
            one.teamSlug,
            one.modelName,
            BASES.get(one.licenceBasis ?? '') ?? one.licenceBasis ?? '',
            one.environment,
            <VerdictMark
              key="verdict"
              verdict={VERDICTS.find((verdict) => verdict === one.verdict) ?? 'unknown'}
              href={`/deployments/${one.deploymentId}#verdict`}
            />,
          ],
        }))}
      />
    </Section>
  )
}
