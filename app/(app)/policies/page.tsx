import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { DayMark } from '#app/_ui/day-mark.tsx'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { listRulesInForce, type RuleInForce } from '#lib/policy/queries/rules.ts'
import { EFFECT_WORDS, MODEL_KIND_WORDS } from '#lib/policy/sentences.en.ts'
import { SeverityMark } from '../_components/severity-mark.tsx'

export const metadata: Metadata = { title: 'Policies' }

/** The rules every deployment is judged by. */
export default async function PoliciesPage() {
  const { db, clock } = await pageCtx('policy:read')
  const { version, since, rules } = await listRulesInForce(db)
  return (
    <>
      <PageHeader
        title="Policies"
        sentence={
          <>
            The rules every deployment is judged by: rule set {version}, in force since{' '}
            <TimeMark at={since} now={clock.now()} />. A rule that cannot be decided asks for review; it never passes.
          </>
        }
      />
      {rules.map((rule) => (
        <RuleStory key={rule.id} rule={rule} />
      ))}
    </>
  )
}

function RuleStory({ rule }: { rule: RuleInForce }) {
  return (
    <Section
      id={rule.id}
      title={rule.title}
      sentence={
        <>
          <code className="font-mono">{rule.id}</code>, version {rule.version} since <DayMark on={rule.since} />
        </>
      }
      actions={<SeverityMark severity={rule.severity} />}
    >
      <KeyValue
        items={[
          { term: 'Effect', value: `When it fires, it ${EFFECT_WORDS[rule.effect]}.` },
          {
            term: 'Fires when',
            value: (
              <code className="block font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
                {rule.condition}
              </code>
            ),
          },
          { term: 'Applies to', value: rule.appliesTo.modelKinds.map((kind) => MODEL_KIND_WORDS[kind]).join(', ') },
          { term: 'Why', value: <span className="block max-w-[80ch]">{rule.reason}</span> },
          { term: 'What to do', value: <span className="block max-w-[80ch]">{rule.remedy}</span> },
          {
            term: 'Findings',
            value: <TextLink href={`/findings?rule=${rule.id}`}>Open findings of this rule</TextLink>,
          },
        ]}
      />
    </Section>
  )
}
