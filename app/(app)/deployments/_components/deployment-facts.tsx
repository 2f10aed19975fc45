import { DayMark } from '#app/_ui/day-mark.tsx'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { PersonMark } from '#app/_ui/person-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { DeploymentOnRecord } from '#lib/deployments/queries/find-deployment.ts'
import { ACCESS_WORDS, ENVIRONMENT_WORDS, EXPOSURE_WORDS, USE_WORDS } from '#lib/deployments/sentences.en.ts'
import { PinnedRevision } from './pinned-revision.tsx'

const NOT_STATED = <span className="text-muted">not stated</span>

/** Everything the register holds about the newest version. */
export function DeploymentFacts({ deployment, now }: { deployment: DeploymentOnRecord; now: Date }) {
  const { newest, team, versions } = deployment
  const first = versions.at(-1) ?? newest
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Section title="What runs">
        <KeyValue
          items={[
            { term: 'Model', value: <TextLink href={`/models/${newest.modelId}`}>{newest.model}</TextLink> },
            { term: 'Revision', value: <PinnedRevision version={newest} /> },
            {
              term: 'Pinned licence text',
              value:
                newest.pinnedTextSha === null ? (
                  <span className="text-muted">none</span>
                ) : (
                  <span className="inline-flex flex-wrap items-center gap-x-3">
                    <TextLink href={`/licences/texts/${newest.pinnedTextSha}`}>Read the text</TextLink>
                    <HashMark hash={newest.pinnedTextSha} />
                  </span>
                ),
            },
            { term: 'Access', value: ACCESS_WORDS[newest.accessChannel] },
            { term: 'Provider', value: newest.provider ?? <span className="text-muted">none</span> },
          ]}
        />
      </Section>
      <Section title="Who answers for it">
        <KeyValue
          items={[
            { term: 'Team', value: <PersonMark kind="team" name={team.name} /> },
            { term: 'Owner', value: <PersonMark name={newest.owner} /> },
            {
              term: 'Registered by',
              value: (
                <>
                  {first.recordedBy}, <TimeMark at={first.recordedAt} now={now} />
                </>
              ),
            },
            {
              term: 'Last changed by',
              value: (
                <>
                  {newest.recordedBy}, <TimeMark at={newest.recordedAt} now={now} />
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section title="Where and for what">
        <KeyValue
          items={[
            { term: 'Environment', value: ENVIRONMENT_WORDS[newest.environment] },
            { term: 'Use', value: USE_WORDS[newest.use] },
            { term: 'Who reaches it', value: EXPOSURE_WORDS[newest.exposure] },
            { term: 'Monthly active users', value: newest.monthlyActiveUsers?.toLocaleString('en') ?? NOT_STATED },
            { term: 'Regions', value: newest.regions.length === 0 ? NOT_STATED : newest.regions.join(', ') },
            {
              term: 'First day',
              value: newest.startsOn === null ? 'runs already' : <DayMark on={new Date(newest.startsOn)} />,
            },
          ]}
        />
      </Section>
      <Section title="Purpose">
        <p className="max-w-[80ch] whitespace-pre-line [overflow-wrap:anywhere]">{newest.purpose}</p>
      </Section>
    </div>
  )
}
