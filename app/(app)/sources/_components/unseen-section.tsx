import { formatInstant } from '#app/_ui/relative-time.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { LookRow } from '#lib/upstream/queries/looks.ts'
import { OUTCOME_WORDS, reasonText } from '#lib/upstream/sentences.en.ts'

/** What looks could not see, look by look. Of what was not seen the last good observation stands. */
export function UnseenSection({ looks }: { looks: readonly LookRow[] }) {
  const troubled = looks.filter((look) => look.issueCount > 0)
  if (troubled.length === 0) return null
  return (
    <Section
      title="What could not be seen"
      sentence="In the looks above. Nothing is concluded from it: what was last seen of each thing stands."
      padding="flush"
    >
      {troubled.map((look) => (
        <div key={look.lookId} id={`look-${look.lookId}`} className="border-b px-4 py-3 last:border-b-0">
          <h3 className="text-sm font-medium">
            {formatInstant(look.startedAt)}: {OUTCOME_WORDS[look.outcome].toLowerCase()}
          </h3>
          <ul className="mt-1 flex flex-col gap-1 text-sm">
            {look.issues.map((issue) => (
              <li key={issue.id} className="min-w-0 [overflow-wrap:anywhere]">
                <span className="font-medium">{issue.thing}</span> · {reasonText(issue.kind)}.{' '}
                <span className="text-muted">{issue.message}</span>
                {issue.url?.startsWith('http') && (
                  <>
                    {' '}
                    <TextLink href={issue.url}>Address</TextLink>
                  </>
                )}
              </li>
            ))}
            {look.issueCount > look.issues.length && (
              <li className="text-muted">and {(look.issueCount - look.issues.length).toLocaleString('en')} more</li>
            )}
          </ul>
        </div>
      ))}
    </Section>
  )
}
