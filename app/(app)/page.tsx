import type { Metadata } from 'next'
import { Suspense } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Counters } from '#app/_ui/counters.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Skeleton } from '#app/_ui/skeleton.tsx'
import { VerdictMark } from '#app/_ui/verdict-mark.tsx'
import { may, type Scope, scopeFor } from '#lib/auth/permissions.ts'
import { countDeployments, hasDeployments } from '#lib/deployments/queries/count-deployments.ts'
import { listLicencesInUse } from '#lib/deployments/queries/licences-in-use.ts'
import { VERDICTS } from '#lib/policy/verdict.ts'
import { listOpenFindingsByTeam, listOpenFindingsByWeek, type TeamFindings } from '#lib/reports/queries/overview.ts'
import { findThisWeek } from '#lib/reports/queries/this-week.ts'
import { listSources } from '#lib/upstream/queries/sources.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { FindingsByTeam } from './_components/findings-by-team.tsx'
import { FirstSteps } from './_components/first-steps.tsx'
import { LicencesChart } from './_components/licences-chart.tsx'
import { OpenFindingsChart } from './_components/open-findings-chart.tsx'
import { SourceAges } from './_components/source-ages.tsx'
import { WeekChanges } from './_components/week-changes.tsx'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage() {
  const ctx = await pageCtx('catalogue:read')
  const now = ctx.clock.now()
  const deployments = scopeFor(ctx.actor, 'deployment:read')
  const findings = scopeFor(ctx.actor, 'finding:read')
  const sources = await listSources(ctx.db, now)
  const isRegistered = await hasDeployments(ctx.db, deployments)
  const isLookedAt = sources.some((source) => source.lastGood !== null)
  const firstSteps = !(isLookedAt && isRegistered) && (
    <FirstSteps actor={ctx.actor} source={sources[0]} isLookedAt={isLookedAt} isRegistered={isRegistered} now={now} />
  )
  if (!isLookedAt && !isRegistered) {
    return (
      <>
        <PageHeader
          title="Overview"
          sentence="The catalogue is loaded. Nothing has been looked at and nothing is registered yet; there are two ways on."
        />
        {firstSteps}
      </>
    )
  }
  const teams = await listOpenFindingsByTeam(ctx.db, findings)
  return (
    <>
      <PageHeader
        title="Overview"
        sentence="What runs here and how it stands, what moved upstream, and where somebody has to act."
        actions={
          isRegistered &&
          may(ctx.actor, 'deployment:register') && (
            <ButtonLink href="/deployments/new" variant="primary">
              Register a deployment
            </ButtonLink>
          )
        }
      />
      {firstSteps}
      {isRegistered && <Figures ctx={ctx} scope={deployments} teams={teams} />}
      <div className={`grid items-start gap-6 ${isRegistered ? 'xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]' : ''}`}>
        <WeekChanges thisWeek={await findThisWeek(ctx.db, now)} now={now} />
        {isRegistered && <FindingsByTeam teams={teams} />}
      </div>
      {isRegistered && (
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <Suspense fallback={<Skeleton shape="chart" />}>
            <Licences ctx={ctx} scope={deployments} now={now} />
          </Suspense>
          <Suspense fallback={<Skeleton shape="chart" />}>
            <OpenFindings ctx={ctx} scope={findings} now={now} />
          </Suspense>
        </div>
      )}
      <SourceAges sources={sources} now={now} />
    </>
  )
}

interface PartProps {
  ctx: AppCtx
  scope: Scope
}

async function Figures({ ctx, scope, teams }: PartProps & { teams: TeamFindings[] }) {
  const { byVerdict } = await countDeployments(ctx.db, scope, { retired: false })
  const open = teams.reduce((sum, team) => sum + team.open.high + team.open.medium + team.open.low, 0)
  return (
    <Counters
      label="Deployments by verdict, and open findings"
      counters={[
        ...VERDICTS.toReversed().map((verdict) => ({
          label: '',
          mark: <VerdictMark verdict={verdict} />,
          count: byVerdict[verdict],
          href: `/deployments?verdict=${verdict}`,
        })),
        {
          label: '',
          mark: (
            <span className="inline-flex min-h-6 items-center gap-1.5">
              <Icon name="findings" />
              Open findings
            </span>
          ),
          count: open,
          href: '/findings',
        },
      ]}
    />
  )
}

async function Licences({ ctx, scope, now }: PartProps & { now: Date }) {
  return <LicencesChart use={await listLicencesInUse(ctx.db, scope, now)} />
}

async function OpenFindings({ ctx, scope, now }: PartProps & { now: Date }) {
  return <OpenFindingsChart points={await listOpenFindingsByWeek(ctx.db, scope, now)} />
}
