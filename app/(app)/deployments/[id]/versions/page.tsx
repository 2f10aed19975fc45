import { pageCtx } from '#app/_server/request.ts'
import { DeploymentFrame, deploymentMetadata } from '../../_components/deployment-frame.tsx'
import { loadDeployment } from '../../_components/load-deployment.ts'
import { VersionStory } from '../../_components/version-story.tsx'

export const generateMetadata = ({ params }: PageProps<'/deployments/[id]/versions'>) =>
  deploymentMetadata(params, 'versions')

/** Every version of a deployment, newest first, with what it changed. */
export default async function DeploymentVersionsPage({ params }: PageProps<'/deployments/[id]/versions'>) {
  const { clock } = await pageCtx('deployment:read')
  const { id } = await params
  const { versions } = await loadDeployment(id)
  const now = clock.now()
  return (
    <DeploymentFrame id={id} tab="versions">
      <ol className="flex flex-col gap-4">
        {versions.map((version, index) => (
          <li key={version.n}>
            <VersionStory version={version} before={versions[index + 1] ?? null} now={now} />
          </li>
        ))}
      </ol>
    </DeploymentFrame>
  )
}
