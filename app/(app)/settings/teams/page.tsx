import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { PersonMark } from '#app/_ui/person-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { scopeFor } from '#lib/auth/permissions.ts'
import { listPeople, listTeams } from '#lib/auth/queries/people.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { SettingsTabs } from '../_components/settings-tabs.tsx'
import { TeamForm } from '../_components/team-form.tsx'

export const metadata: Metadata = { title: 'Teams' }

export default async function TeamsPage() {
  const ctx = await pageCtx('people:manage')
  const now = ctx.clock.now()
  const teams = await listTeams(ctx.db, scopeFor(ctx.actor, 'team:read'))
  const people = await listPeople(ctx.db)
  return (
    <>
      <PageHeader
        title="Teams"
        sentence="Groups of people that run models. A deployment belongs to one team, and only its members and administrators change it."
      />
      <SettingsTabs actor={ctx.actor} current="/settings/teams" />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Section title="Teams" padding="flush">
          {teams.length === 0 ? (
            <EmptyState
              title="There is no team yet."
              sentence="The first deployment needs one: create it here, then register."
            />
          ) : (
            <PlainTable
              label="Teams"
              head={[
                { label: 'Name' },
                { label: 'Slug' },
                { label: 'People', isWrapping: true },
                { label: 'Deployments' },
                { label: 'Since' },
              ]}
              rows={teams.map((team) => ({
                key: team.id,
                cells: [
                  <PersonMark key="name" kind="team" name={team.name} />,
                  <code key="slug" className="font-mono">
                    {team.slug}
                  </code>,
                  people
                    .filter((person) => person.teams.some((one) => one.id === team.id))
                    .map((person) => person.name)
                    .join(', ') || (
                    <span key="people" className="text-muted">
                      nobody
                    </span>
                  ),
                  <TextLink key="deployments" href={`/deployments?team=${team.slug}`}>
                    Show
                  </TextLink>,
                  <TimeMark key="since" at={team.createdAt} now={now} />,
                ],
              }))}
            />
          )}
        </Section>
        <Section title="Create a team">
          <TeamForm />
        </Section>
      </div>
    </>
  )
}
