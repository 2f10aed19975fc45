import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { listTeams } from '#lib/auth/queries/people.ts'
import { DeploymentForm } from '../_components/deployment-form.tsx'
import { registerAction } from './register.ts'

export const metadata: Metadata = { title: 'Register a deployment' }

/** Where a deployment enters the register. */
export default async function NewDeploymentPage({ searchParams }: PageProps<'/deployments/new'>) {
  const { db, actor } = await pageCtx('deployment:register')
  const { model } = await searchParams
  const teams = await listTeams(db, scopeFor(actor, 'deployment:register'))
  return (
    <>
      <PageHeader
        title="Register a deployment"
        sentence="Says which exact revision runs and for what. Its licence text is pinned and judged at once."
        breadcrumbs={[{ label: 'Deployments', href: '/deployments' }]}
      />
      {teams.length === 0 ? (
        <div className="rounded border bg-surface">
          <EmptyState
            title="There is no team you may register for."
            sentence={
              may(actor, 'people:manage')
                ? 'A deployment belongs to a team. Create one first.'
                : 'A deployment belongs to a team. An administrator can add you to one.'
            }
            action={may(actor, 'people:manage') ? <TextLink href="/settings/teams">To the teams</TextLink> : undefined}
          />
        </div>
      ) : (
        <DeploymentForm
          action={registerAction}
          teams={teams.map((team) => ({ value: team.slug, label: team.name }))}
          values={{
            model: typeof model === 'string' ? model : '',
            'revision.kind': 'commit',
            'revision.value': 'main',
            ...(teams.length === 1 && teams[0] ? { team: teams[0].slug } : {}),
          }}
          submit="Register and judge"
          cancelHref="/deployments"
        />
      )}
    </>
  )
}
