import { classNames } from './class-names.ts'
import { OnDemand } from './on-demand.tsx'
import { type OnDemandFact, OnDemandFacts } from './on-demand-facts.tsx'
import { TextLink } from './text-link.tsx'
import { TimeMark } from './time-mark.tsx'
import { words } from './words.ts'

export type Grade = 'observed' | 'announced' | 'reported' | 'denied'

const LOOKS: Record<Grade, string> = {
  observed: 'border-transparent bg-grade text-surface',
  announced: 'border-grade text-grade',
  reported: 'border-dashed border-grade text-grade',
  denied: 'border-grade text-grade line-through decoration-2',
}

interface GradeMarkProps {
  grade: Grade
  /** Who says so, by name. */
  who: string
  at?: Date | undefined
  now: Date
  /** Where it can be read. */
  href?: string | undefined
}

/** How firmly something is known: solid, outlined, dashed or struck; who says so and since when on demand. */
export function GradeMark({ grade, who, at, now, href }: GradeMarkProps) {
  const facts: OnDemandFact[] = [{ term: words.grade.who, value: who }]
  if (at) facts.push({ term: words.grade.when, value: <TimeMark at={at} now={now} /> })
  if (href) facts.push({ term: words.grade.source, value: <TextLink href={href}>{hostOf(href)}</TextLink> })
  return (
    <OnDemand
      mark={
        <span className={classNames('rounded-sm border px-1.5 text-xs leading-4.5 font-medium', LOOKS[grade])}>
          {words.grade[grade]}
        </span>
      }
    >
      <span className="mb-2 block text-muted">{words.grade.meaning[grade]}</span>
      <OnDemandFacts facts={facts} />
    </OnDemand>
  )
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).host : words.provenance.link
}
