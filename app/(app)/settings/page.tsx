import type { Metadata } from 'next'
import { currentSession, pageCtx } from '#app/_server/request.ts'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { PersonMark } from '#app/_ui/person-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { listTeams, listTokens } from '#lib/auth/queries/people.ts'
import { listReadingRules } from '#lib/licences/queries/readings.ts'
import { ReadingRuleSection } from './_components/reading-rule-section.tsx'
import { ROLE_SAYS } from './_components/role-says.ts'
import { SettingsTabs } from './_components/settings-tabs.tsx'
import { TokenForm } from './_components/token-form.tsx'
import { TokenList } from './_components/token-list.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const ctx = await pageCtx('token:own')
  const { actor, db } = ctx
  const session = await currentSession()
  const teams = (await listTeams(db, scopeFor(actor, 'team:read'))).filter((team) => actor.teamIds.includes(team.id))
  const tokens = await listTokens(db, actor.id)
  return (
    <>
      <PageHeader title="Settings" sentence="Who you are here, and the keys that act with your rights." />
      <SettingsTabs actor={actor} current="/settings" />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <Section title="You">
            <KeyValue
              items={[
                { term: 'Name', value: actor.name },
                { term: 'Mail address', value: session?.email },
                { term: 'Role', value: `${actor.role}: ${ROLE_SAYS[actor.role]}` },
                {
                  term: 'Teams',
                  value:
                    teams.length === 0 ? (
                      <span className="text-muted">none</span>
                    ) : (
                      <span className="flex flex-wrap gap-x-4">
                        {teams.map((team) => (
                          <PersonMark key={team.id} kind="team" name={team.name} />
                        ))}
                      </span>
                    ),
                },
              ]}
            />
          </Section>
          <Section
            title="API tokens"
            padding="flush"
            actions={<TextLink href="/api-reference">What the API can do</TextLink>}
          >
            <TokenList tokens={tokens} now={ctx.clock.now()} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Section title="Make a token">
            <TokenForm />
          </Section>
          {may(actor, 'reading-rule:set') && (
            <ReadingRuleSection rules={await listReadingRules(db)} now={ctx.clock.now()} />
          )}
        </div>
      </div>
    </>
  )
}
