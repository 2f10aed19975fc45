import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { PersonMark } from '#app/_ui/person-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { scopeFor } from '#lib/auth/permissions.ts'
import { listPeople, listTeams } from '#lib/auth/queries/people.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { ChangePersonForm } from '../_components/change-person-form.tsx'
import { PersonForm } from '../_components/person-form.tsx'
import { SettingsTabs } from '../_components/settings-tabs.tsx'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: PageProps<'/settings/people'>) {
  const ctx = await pageCtx('people:manage')
  const now = ctx.clock.now()
  const people = await listPeople(ctx.db)
  const teams = await listTeams(ctx.db, scopeFor(ctx.actor, 'team:read'))
  const { person: asked } = await searchParams
  const person = people.find((one) => one.id === asked)
  const choices = teams.map(({ slug, name }) => ({ slug, name }))
  return (
    <>
      <PageHeader
        title="People"
        sentence="Who may sign in here, as what, and for which teams. Nobody is ever removed: what they did stays on record."
      />
      <SettingsTabs actor={ctx.actor} current="/settings/people" />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Section title="Everybody with an account" padding="flush">
          <PlainTable
            label="People"
            head={[
              { label: 'Name' },
              { label: 'Mail address' },
              { label: 'Role' },
              { label: 'Teams' },
              { label: 'State' },
              { label: 'Since' },
            ]}
            rows={people.map((one) => ({
              key: one.id,
              cells: [
                <PersonMark key="name" name={one.name} href={`/settings/people?person=${one.id}`} />,
                one.email,
                one.role,
                one.teams.map((team) => team.name).join(', ') || <None key="teams">none</None>,
                one.isDisabled ? <None key="state">may not sign in</None> : 'may sign in',
                <TimeMark key="since" at={one.createdAt} now={now} />,
              ],
            }))}
          />
        </Section>
        {person ? (
          <Section
            key={person.id}
            title={`Change ${person.name}`}
            actions={<TextLink href="/settings/people">Add somebody instead</TextLink>}
          >
            <ChangePersonForm person={person} teams={choices} />
          </Section>
        ) : (
          <Section title="Add a person">
            <PersonForm teams={choices} />
          </Section>
        )}
      </div>
    </>
  )
}

function None({ children }: { children: string }) {
  return <span className="text-muted">{children}</span>
}
