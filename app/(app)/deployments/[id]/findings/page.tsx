import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { scopeFor } from '#lib/auth/permissions.ts'
import { type FindingRow, listFindings } from '#lib/deployments/queries/list-findings.ts'
import { DeploymentFrame, deploymentMetadata } from '../../_components/deployment-frame.tsx'
import { FindingStory } from '../../_components/finding-story.tsx'
import { loadDeployment } from '../../_components/load-deployment.ts'

export const generateMetadata = ({ params }: PageProps<'/deployments/[id]/findings'>) =>
  deploymentMetadata(params, 'findings')

const AT_MOST = 200

/** Everything that is or was wrong with a deployment. */
export default async function DeploymentFindingsPage({ params }: PageProps<'/deployments/[id]/findings'>) {
  const { db, actor, clock } = await pageCtx('deployment:read')
  const { id } = await params
  await loadDeployment(id)
  const scope = scopeFor(actor, 'finding:read')
  const found = await listFindings(db, scope, { filter: { state: 'all', deployment: id }, limit: AT_MOST })
  const rows = found.ok ? found.value.rows : []
  const open = rows.filter((row) => row.isOpen)
  const closed = rows.filter((row) => !row.isOpen)
  return (
    <DeploymentFrame id={id} tab="findings">
      <Section title={`Open: ${open.length}`} padding="flush">
        {open.map((finding) => (
          <FindingStory key={finding.id} finding={finding} />
        ))}
        {open.length === 0 && (
          <EmptyState
            title="Nothing is wrong with it by the rules in force."
            sentence={<TextLink href="/policies">Which rules these are</TextLink>}
          />
        )}
      </Section>
      {closed.length > 0 && (
        <Section
          title={`Closed: ${closed.length}`}
          sentence="Their cause is gone. They are kept with their history, and open again when the cause comes back."
          padding="flush"
        >
          <ul>
            {closed.map((finding) => (
              <ClosedFinding key={finding.id} finding={finding} now={clock.now()} />
            ))}
          </ul>
        </Section>
      )}
    </DeploymentFrame>
  )
}

function ClosedFinding({ finding, now }: { finding: FindingRow; now: Date }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b px-4 py-2 last:border-b-0">
      <TextLink href={`/findings/${finding.id}`}>{finding.title}</TextLink>
      <span className="text-sm text-muted">
        closed <TimeMark at={finding.since} now={now} />
      </span>
    </li>
  )
}
