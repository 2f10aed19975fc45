import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageCtx } from '#app/_server/request.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { may } from '#lib/auth/permissions.ts'
import { inputOf } from '#lib/deployments/deployment-version.ts'
import { DeploymentForm } from '../../_components/deployment-form.tsx'
import { formValues } from '../../_components/form-values.ts'
import { loadDeployment } from '../../_components/load-deployment.ts'
import { changeAction } from './change.ts'

export const metadata: Metadata = { title: 'Edit a deployment' }

/** Where the next version of a deployment is written. */
export default async function EditDeploymentPage({ params }: PageProps<'/deployments/[id]/edit'>) {
  const { actor } = await pageCtx('deployment:register')
  const { id } = await params
  const { team, newest } = await loadDeployment(id)
  if (newest.isRetired || !may(actor, 'deployment:register', team.id)) notFound()
  return (
    <>
      <PageHeader
        title={`Edit ${newest.name}`}
        sentence={`Saving writes version ${newest.n + 1} and judges it. Version ${newest.n} stays on record, and so does what was said of it.`}
        breadcrumbs={[
          { label: 'Deployments', href: '/deployments' },
          { label: newest.name, href: `/deployments/${id}` },
        ]}
      />
      <DeploymentForm
        action={changeAction}
        teams={[{ value: team.slug, label: team.name }]}
        values={formValues(inputOf(newest, team.slug))}
        edits={{ id, version: newest.n }}
        submit={`Save version ${newest.n + 1} and judge`}
        cancelHref={`/deployments/${id}`}
      />
    </>
  )
}
