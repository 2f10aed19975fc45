import { pageCtx } from '#app/_server/request.ts'
import { findAssessment } from '#lib/deployments/queries/find-assessment.ts'
import { findPinnedLicence } from '#lib/deployments/queries/find-pinned-licence.ts'
import { DeploymentFrame, deploymentMetadata } from '../../_components/deployment-frame.tsx'
import { LicenceStory } from '../../_components/licence-story.tsx'
import { loadDeployment } from '../../_components/load-deployment.ts'
import { PinnedTexts } from '../../_components/pinned-texts.tsx'

export const generateMetadata = ({ params }: PageProps<'/deployments/[id]/licence'>) =>
  deploymentMetadata(params, 'licence')

/** Which licence governs what runs, and how that is known. */
export default async function DeploymentLicencePage({ params }: PageProps<'/deployments/[id]/licence'>) {
  const { db, clock, hubEndpoint } = await pageCtx('deployment:read')
  const { id } = await params
  const { newest } = await loadDeployment(id)
  const [licence, assessment] = await Promise.all([findPinnedLicence(db, id, newest.n), findAssessment(db, id)])
  return (
    <DeploymentFrame id={id} tab="licence">
      <LicenceStory licence={licence} assessment={assessment} version={newest} />
      <PinnedTexts
        texts={licence.texts}
        repositoryUrl={`${hubEndpoint}/${newest.model}/blob/${newest.revision.value ?? 'main'}`}
        now={clock.now()}
      />
    </DeploymentFrame>
  )
}
