import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PersonMark } from '#app/_ui/person-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SEVERITIES } from '#lib/policy/rule.ts'
import type { TeamFindings } from '#lib/reports/queries/overview.ts'
import { PlainTable } from './plain-table.tsx'

/** Open findings per team and severity, every figure leading to its list. */
export function FindingsByTeam({ teams }: { teams: TeamFindings[] }) {
  return (
    <Section title="Open findings by team" padding="flush" actions={<TextLink href="/findings">All findings</TextLink>}>
      {teams.length === 0 ? (
        <EmptyState
          title="No finding is open."
          sentence="Every deployment that was judged keeps to the rules in force. See the counters for those that could not be judged."
        />
      ) : (
        <PlainTable
          label="Open findings by team"
          head={[
            { label: 'Team' },
            { label: 'High', align: 'end' },
            { label: 'Medium', align: 'end' },
            { label: 'Low', align: 'end' },
            { label: 'Undecided', align: 'end' },
          ]}
          rows={teams.map(({ team, open, undecided }) => ({
            key: team.slug,
            cells: [
              <PersonMark key="team" kind="team" name={team.name} href={`/findings?team=${team.slug}`} />,
              ...SEVERITIES.map((severity) => {
                const href = `/findings?team=${team.slug}&severity=${severity}`
                return open[severity] === 0 ? (
                  <span key={severity} className="text-muted">
                    0
                  </span>
                ) : (
                  <TextLink key={severity} href={href}>
                    {open[severity].toLocaleString('en')}
                  </TextLink>
                )
              }),
              undecided.toLocaleString('en'),
            ],
          }))}
        />
      )}
    </Section>
  )
}
