import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { Banner } from '#app/_ui/banner.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Counters } from '#app/_ui/counters.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FilterPills } from '#app/_ui/filter-pills.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { ListFilters } from '#app/_ui/list-filters.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { VerdictGlyph } from '#app/_ui/verdict-mark.tsx'
import { words } from '#app/_ui/words.ts'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { listTeams } from '#lib/auth/queries/people.ts'
import { countDeployments, hasDeployments } from '#lib/deployments/queries/count-deployments.ts'
import { listDeployments } from '#lib/deployments/queries/list-deployments.ts'
import { DEFAULT_DEPLOYMENT_SORT, deploymentListQuery } from '#lib/deployments/schema.ts'
import { VERDICTS } from '#lib/policy/verdict.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { activeFilters, deploymentFilters } from './_components/deployment-filters.ts'
import { deploymentListRow } from './_components/deployment-list-row.ts'
import { DeploymentsTable } from './_components/deployments-table.tsx'

export const metadata: Metadata = { title: 'Deployments' }

const PAGE_SIZE = 50
const viewSchema = deploymentListQuery.omit({ limit: true, total: true, format: true, bom: true, columns: true })

/** Which team runs which model, where, for what, and whether it may. */
export default async function DeploymentsPage({ searchParams }: PageProps<'/deployments'>) {
  const { db, clock, actor } = await pageCtx('deployment:read')
  const scope = scopeFor(actor, 'deployment:read')
  const params = await searchParams
  const { value, refusals } = readPageParams(viewSchema, params)
  const { sort, cursor, ...filter } = value
  const [asked, counts, teams] = await Promise.all([
    listDeployments(db, scope, { filter, sort, cursor, limit: PAGE_SIZE }),
    countDeployments(db, scope, filter),
    listTeams(db, scopeFor(actor, 'team:read')),
  ])
  const page = asked.ok ? asked : await listDeployments(db, scope, { filter, sort, limit: PAGE_SIZE })
  if (!page.ok) throw new Error('The first page of the list was refused.')
  const unread = [...refusals, ...(asked.ok ? [] : asked.refusals)]

  const now = clock.now()
  const teamNames = new Map(teams.map((team) => [team.slug, team.name]))
  const filters = deploymentFilters(filter, teams)
  const active = activeFilters(filter, filters)
  const isFiltered = active.length > 0 || filter.verdict !== undefined
  const at = (changes: Record<string, string | null>) => hrefWith('/deployments', params, changes)
  const mayRegister = may(actor, 'deployment:register')
  const isFirstUse = page.value.rows.length === 0 && !(await hasDeployments(db, scope))

  return (
    <>
      <PageHeader
        title="Deployments"
        sentence="Which team runs which model, where and for what, and whether its licence allows it."
        actions={
          mayRegister && (
            <ButtonLink variant="primary" href="/deployments/new">
              Register a deployment
            </ButtonLink>
          )
        }
      />
      {unread.length > 0 && (
        <Banner kind="note">
          Part of this address could not be read and was left out:{' '}
          {unread.map((refusal) => `${refusal.field.slice(1)} (${refusal.remedy})`).join('; ')}
        </Banner>
      )}
      <Counters
        label="Deployments by verdict"
        counters={VERDICTS.toReversed().map((verdict) => ({
          label: words.verdict[verdict],
          count: counts.byVerdict[verdict],
          href: at({ verdict: filter.verdict === verdict ? null : verdict }),
          isActive: filter.verdict === verdict,
          mark: <VerdictGlyph verdict={verdict} />,
        }))}
      />
      <ListFilters label="Filter deployments" filters={filters} />
      {active.length > 0 && (
        <FilterPills
          pills={active.map(({ name, label }) => ({ label, href: at({ [name]: null }), isActive: true }))}
          clearHref="/deployments"
        />
      )}
      <DeploymentsTable
        rows={page.value.rows.map((row) => deploymentListRow(row, teamNames, now))}
        total={counts.total}
        previous={page.value.previous}
        next={page.value.next}
        defaultSort={DEFAULT_DEPLOYMENT_SORT}
        empty={
          isFirstUse ? (
            <EmptyState
              title="Nothing is registered yet."
              sentence="A deployment is a team running a model somewhere for something. Register one and it is judged at once: what the pinned licence text allows, what it asks, and what is wrong."
              action={
                mayRegister ? (
                  <ButtonLink variant="primary" href="/deployments/new">
                    Register the first deployment
                  </ButtonLink>
                ) : undefined
              }
            />
          ) : (
            <EmptyState
              title={isFiltered ? 'No deployment matches.' : 'No deployment is in use.'}
              action={
                isFiltered ? (
                  <TextLink href="/deployments">Clear filters</TextLink>
                ) : (
                  <TextLink href="/deployments?retired=true">Show retired deployments</TextLink>
                )
              }
            />
          )
        }
      />
    </>
  )
}
