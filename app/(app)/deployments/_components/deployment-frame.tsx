import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { Banner } from '#app/_ui/banner.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { VerdictMark } from '#app/_ui/verdict-mark.tsx'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { findAssessment } from '#lib/deployments/queries/find-assessment.ts'
import { countFindings } from '#lib/deployments/queries/list-findings.ts'
import { ENVIRONMENT_WORDS } from '#lib/deployments/sentences.en.ts'
import { loadDeployment } from './load-deployment.ts'
import { RetireButton } from './retire-button.tsx'

const TABS = { overview: 'Overview', licence: 'Licence', findings: 'Findings', versions: 'Versions' } as const
export type DeploymentTab = keyof typeof TABS
const TAB_ORDER: readonly DeploymentTab[] = ['overview', 'licence', 'findings', 'versions']

/** The title of one side of a deployment. */
export async function deploymentMetadata(params: Promise<{ id: string }>, tab: DeploymentTab): Promise<Metadata> {
  await pageCtx('deployment:read')
  const { newest } = await loadDeployment((await params).id)
  return { title: tab === 'overview' ? newest.name : `${newest.name}: ${TABS[tab]}` }
}

interface DeploymentFrameProps {
  id: string
  tab: DeploymentTab
  children: ReactNode
}

/** What stands above every side of a deployment: its name, its verdict, what can be done with it, and the other sides. */
export async function DeploymentFrame({ id, tab, children }: DeploymentFrameProps) {
  const { db, actor, clock } = await pageCtx('deployment:read')
  const { team, newest, versions } = await loadDeployment(id)
  const [assessment, findings] = await Promise.all([
    findAssessment(db, id),
    countFindings(db, scopeFor(actor, 'finding:read'), { state: 'all', deployment: id }),
  ])
  const mayChange = may(actor, 'deployment:register', team.id) && !newest.isRetired
  const counts: Partial<Record<DeploymentTab, number>> = {
    findings: findings.undecided + findings.decided,
    versions: versions.length,
  }
  return (
    <>
      <PageHeader
        title={newest.name}
        breadcrumbs={[{ label: 'Deployments', href: '/deployments' }]}
        marks={
          <VerdictMark verdict={assessment?.verdict ?? 'unknown'} size="title" href={`/deployments/${id}#verdict`} />
        }
        sentence={
          <>
            <TextLink href={`/deployments?team=${encodeURIComponent(team.slug)}`}>{team.name}</TextLink>
            {' · '}
            {ENVIRONMENT_WORDS[newest.environment]}
            {' · '}
            <TextLink href={`/models/${newest.modelId}`}>{newest.model}</TextLink>
          </>
        }
        actions={
          mayChange && (
            <>
              <RetireButton id={id} name={newest.name} version={newest.n} openFindings={counts.findings ?? 0} />
              <ButtonLink variant="primary" href={`/deployments/${id}/edit`}>
                Edit
              </ButtonLink>
            </>
          )
        }
      />
      {newest.isRetired && (
        <Banner kind="note">
          Retired by {newest.recordedBy} <TimeMark at={newest.recordedAt} now={clock.now()} />. It is no longer judged;
          the verdict and everything said of it are kept as they were.
        </Banner>
      )}
      <Tabs
        label="About this deployment"
        tabs={TAB_ORDER.map((to) => ({
          label: TABS[to],
          href: to === 'overview' ? `/deployments/${id}` : `/deployments/${id}/${to}`,
          isCurrent: to === tab,
          count: counts[to],
        }))}
      />
      {children}
    </>
  )
}
