import { pageCtx } from '#app/_server/request.ts'
import { Banner } from '#app/_ui/banner.tsx'
import { scopeFor } from '#lib/auth/permissions.ts'
import { findAssessment } from '#lib/deployments/queries/find-assessment.ts'
import { listFindings } from '#lib/deployments/queries/list-findings.ts'
import { DeploymentFacts } from '../_components/deployment-facts.tsx'
import { DeploymentFrame, deploymentMetadata } from '../_components/deployment-frame.tsx'
import { DutySection } from '../_components/duty-section.tsx'
import { loadDeployment } from '../_components/load-deployment.ts'
import { VerdictSection } from '../_components/verdict-section.tsx'

export const generateMetadata = ({ params }: PageProps<'/deployments/[id]'>) => deploymentMetadata(params, 'overview')

const AT_MOST = 100

/** What a deployment is, whether it may be, and why. */
export default async function DeploymentPage({ params, searchParams }: PageProps<'/deployments/[id]'>) {
  const { db, actor, clock } = await pageCtx('deployment:read')
  const { id } = await params
  const deployment = await loadDeployment(id)
  const [assessment, findings] = await Promise.all([
    findAssessment(db, id),
    listFindings(db, scopeFor(actor, 'finding:read'), { filter: { state: 'open', deployment: id }, limit: AT_MOST }),
  ])
  const open = findings.ok ? findings.value.rows : []
  const { registered, saved } = await searchParams
  return (
    <DeploymentFrame id={id} tab="overview">
      {registered === '1' && deployment.newest.n === 1 && (
        <Banner kind="note">Registered and pinned as version 1. {earned(open.length)}</Banner>
      )}
      {saved === String(deployment.newest.n) && (
        <Banner kind="note">
          Saved as version {deployment.newest.n} and judged again. {earned(open.length)}
        </Banner>
      )}
      <VerdictSection assessment={assessment} findings={open} now={clock.now()} />
      <DutySection assessment={assessment} />
      <DeploymentFacts deployment={deployment} now={clock.now()} />
    </DeploymentFrame>
  )
}

function earned(count: number): string {
  if (count === 0) return 'No rule finds anything wrong with it.'
  return count === 1 ? 'It earned one finding, told below.' : `It earned ${count} findings, told below.`
}
