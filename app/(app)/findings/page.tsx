import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { Banner } from '#app/_ui/banner.tsx'
import { Counters } from '#app/_ui/counters.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FilterPills } from '#app/_ui/filter-pills.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { ListFilters } from '#app/_ui/list-filters.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { scopeFor } from '#lib/auth/permissions.ts'
import { listTeams } from '#lib/auth/queries/people.ts'
import { countFindings, listFindings } from '#lib/deployments/queries/list-findings.ts'
import { listRulesInForce } from '#lib/policy/queries/rules.ts'
import { findingListQuery } from '#lib/policy/schema.ts'
import { readPageParams } from '#lib/shared/list-params.ts'
import { activeFilters, findingFilters } from './_components/finding-filters.ts'
import { FindingsTable } from './_components/findings-table.tsx'

export const metadata: Metadata = { title: 'Findings' }

const PAGE_SIZE = 50
const viewSchema = findingListQuery.omit({ limit: true, total: true, format: true, bom: true })

/** What is wrong, where somebody must act. */
export default async function FindingsPage({ searchParams }: PageProps<'/findings'>) {
  const { db, clock, actor } = await pageCtx('finding:read')
  const scope = scopeFor(actor, 'finding:read')
  const params = await searchParams
  const { value, refusals } = readPageParams(viewSchema, params)
  const { cursor, ...filter } = value
  const [asked, counts, teams, { rules }] = await Promise.all([
    listFindings(db, scope, { filter, cursor, limit: PAGE_SIZE }),
    countFindings(db, scope, filter),
    listTeams(db, scopeFor(actor, 'team:read')),
    listRulesInForce(db),
  ])
  const page = asked.ok ? asked : await listFindings(db, scope, { filter, limit: PAGE_SIZE })
  if (!page.ok) throw new Error('The first page of the queue was refused.')
  const unread = [...refusals, ...(asked.ok ? [] : asked.refusals)]

  const now = clock.now()
  const teamNames = new Map(teams.map((team) => [team.slug, team.name]))
  const filters = findingFilters(filter, rules, teams)
  const active = activeFilters(filter, filters)
  const at = (changes: Record<string, string | null>) => hrefWith('/findings', params, changes)
  const isOpenView = filter.state === 'open'

  return (
    <>
      <PageHeader
        title="Findings"
        sentence="What the rules find wrong with deployments, the open ones first. A finding closes by itself when its cause is gone."
      />
      {unread.length > 0 && (
        <Banner kind="note">
          Part of this address could not be read and was left out:{' '}
          {unread.map((refusal) => `${refusal.field.slice(1)} (${refusal.remedy})`).join('; ')}
        </Banner>
      )}
      <Counters
        label="Findings by state"
        counters={[
          {
            label: 'Open, nobody has decided',
            count: counts.undecided,
            href: at({ state: null, decided: 'no' }),
            isActive: isOpenView && filter.decided === 'no',
          },
          {
            label: 'Open, decided',
            count: counts.decided,
            href: at({ state: null, decided: 'yes' }),
            isActive: isOpenView && filter.decided === 'yes',
          },
          {
            label: 'Closed',
            count: counts.closed,
            href: at({ state: 'closed', decided: null }),
            isActive: filter.state === 'closed' && filter.decided === undefined,
          },
        ]}
      />
      <ListFilters label="Filter findings" filters={filters} />
      {active.length > 0 && (
        <FilterPills
          pills={active.map(({ name, label }) => ({ label, href: at({ [name]: null }), isActive: true }))}
          clearHref="/findings"
        />
      )}
      <FindingsTable
        rows={page.value.rows.map(
          ({ id, title, message, severity, isOpen, since, decidedAt, deploymentId, deployment, model, team }) => ({
            id,
            title,
            message,
            severity,
            isOpen,
            since,
            decidedAt,
            deploymentId,
            deployment,
            model,
            team: teamNames.get(team) ?? team,
            now,
          }),
        )}
        total={counts.total}
        previous={page.value.previous}
        next={page.value.next}
        empty={
          active.length > 0 ? (
            <EmptyState title="No finding matches." action={<TextLink href="/findings">Clear filters</TextLink>} />
          ) : (
            <EmptyState
              title="Nothing is open."
              sentence="By the rules in force nothing is wrong with what is registered. That says nothing about what is not."
              action={<TextLink href="/policies">Which rules these are</TextLink>}
            />
          )
        }
      />
    </>
  )
}
