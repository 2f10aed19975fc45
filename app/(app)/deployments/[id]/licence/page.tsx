import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { findAssessment } from '#lib/deployments/queries/find-assessment.ts'
import { findPinnedLicence } from '#lib/deployments/queries/find-pinned-licence.ts'
import { findDeploymentDuties, findNotices } from '#lib/deployments/queries/licence-duties.ts'
import { DeploymentFrame, deploymentMetadata } from '../../_components/deployment-frame.tsx'
import { LicenceStory } from '../../_components/licence-story.tsx'
import { loadDeployment } from '../../_components/load-deployment.ts'
import { PinnedTexts } from '../../_components/pinned-texts.tsx'
import { DutyList } from './duty-list.tsx'
import { NoticeSection } from './notice-section.tsx'

export const generateMetadata = ({ params }: PageProps<'/deployments/[id]/licence'>) =>
  deploymentMetadata(params, 'licence')

/** Which licence governs what runs, how that is known, what it asks, and what has to go with copies. */
export default async function DeploymentLicencePage({ params }: PageProps<'/deployments/[id]/licence'>) {
  const { db, clock, actor, hubEndpoint } = await pageCtx('deployment:read')
  const { id } = await params
  const { newest } = await loadDeployment(id)
  const scope = scopeFor(actor, 'deployment:read')
  const [licence, assessment, duties, notices] = await Promise.all([
    findPinnedLicence(db, id, newest.n),
    findAssessment(db, id),
    findDeploymentDuties(db, scope, id, hubEndpoint),
    findNotices(db, scope, { deployment: id }, hubEndpoint),
  ])
  if (duties === null || notices === null) notFound()
  return (
    <DeploymentFrame id={id} tab="licence">
      <LicenceStory licence={licence} assessment={assessment} version={newest} />
      <DutyList found={duties} />
      <NoticeSection id={id} notices={notices} />
      <PinnedTexts
        texts={licence.texts}
        repositoryUrl={`${hubEndpoint}/${newest.model}/blob/${newest.revision.value ?? 'main'}`}
        now={clock.now()}
      />
    </DeploymentFrame>
  )
}
