import type { ReactNode } from 'react'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { FindingRow } from '#lib/deployments/queries/list-findings.ts'
import { EFFECT_WORDS } from '#lib/policy/sentences.en.ts'
import { SeverityMark } from '../../_components/severity-mark.tsx'

/** One finding told whole: what is wrong, why it matters, how to mend it. */
export function FindingStory({ finding }: { finding: FindingRow }) {
  return (
    <article className="flex flex-col gap-2 border-b px-4 py-4 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <SeverityMark severity={finding.severity} />
        <h3 className="min-w-0 font-medium">
          <TextLink href={`/findings/${finding.id}`}>{finding.title}</TextLink>
        </h3>
        <span className="text-sm text-muted">{EFFECT_WORDS[finding.effect]}</span>
      </div>
      <p className="max-w-[80ch] [overflow-wrap:anywhere]">{finding.message}</p>
      <dl className="grid max-w-[90ch] gap-x-4 gap-y-1 text-sm sm:grid-cols-[7rem_minmax(0,1fr)]">
        <Said term="Why">{finding.reason}</Said>
        <Said term="What to do">{finding.remedy}</Said>
        {finding.section !== null && <Said term="Licence section">{finding.section}</Said>}
      </dl>
    </article>
  )
}

function Said({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
