import { GitCompareArrows } from 'lucide-react'
import { Fragment } from 'react'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import type { ModelFact, SaidClaim } from '#lib/catalogue/model-facts.ts'
import { propertyText } from '#lib/catalogue/sentences.en.ts'
import { catalogueSource, type NamedSource } from './catalogue-source.ts'
import { FactValue } from './fact-value.tsx'

interface FactListProps {
  facts: ModelFact[]
  /** Where the hub was seen to say something, by observation. */
  observations: ReadonlyMap<string, { url: string; at: Date }>
  now: Date
}

/**
 * Every fact with all that is said about it: first what is shown, under it what lost against it. What the hub was seen to say
 * and what the catalogue says stand beside each other, each under its own name.
 */
export function FactList({ facts, observations, now }: FactListProps) {
  return (
    <dl className="grid grid-cols-1 sm:grid-cols-[minmax(8rem,11rem)_minmax(0,1fr)]">
      {facts.map((fact) => (
        <Fragment key={fact.property}>
          <dt className="pt-2 text-sm text-muted sm:border-b sm:py-2 sm:[&:nth-last-of-type(1)]:border-b-0">
            {propertyText(fact.property)}
          </dt>
          <dd className="flex min-w-0 flex-col gap-1 border-b pb-2 [overflow-wrap:anywhere] last:border-b-0 sm:py-2">
            {fact.shown ? (
              <Said claim={fact.shown} observations={observations} now={now} />
            ) : (
              <span className="text-muted">Not known: what was said has been denied.</span>
            )}
            {fact.others.map(({ claim, isContradicting }) => (
              <Said
                key={claim.id}
                claim={claim}
                observations={observations}
                now={now}
                against={isContradicting ? 'contradicts' : 'agrees'}
              />
            ))}
            {fact.denied.map((claim) => (
              <Said key={claim.id} claim={claim} observations={observations} now={now} against="denied" />
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

interface SaidProps {
  claim: SaidClaim
  observations: FactListProps['observations']
  now: Date
  /** How it stands to the claim that is shown; absent for that one. */
  against?: 'contradicts' | 'agrees' | 'denied' | undefined
}

function Said({ claim, observations, now, against }: SaidProps) {
  const sources = sourcesOf(claim, observations)
  const first = sources.find((source) => source.url !== null)
  return (
    <div className={against ? 'border-s-2 ps-3 text-sm text-muted' : ''}>
      {against === 'contradicts' && (
        <span className="me-2 inline-flex items-center gap-1 text-xs text-review">
          <GitCompareArrows aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
          says otherwise
        </span>
      )}
      {against === 'agrees' && <span className="me-2 text-xs">says the same</span>}
      <span className={against === 'denied' ? 'line-through' : ''}>
        <FactValue property={claim.property} value={claim.value} />
      </span>{' '}
      <span className="inline-flex flex-wrap items-center gap-x-2 whitespace-nowrap">
        <GradeMark
          grade={claim.grade}
          who={`${claim.origin === 'hub' ? 'Hub' : 'Catalogue'}: ${sources.map((source) => source.title).join('; ') || 'no source named'}`}
          at={claim.asOf}
          now={now}
          href={first?.url ?? undefined}
        />
        <span className="text-xs text-muted">
          {claim.origin === 'hub' ? 'by the hub' : 'in the catalogue'} · {claim.confidence}
        </span>
      </span>
    </div>
  )
}

function sourcesOf(claim: SaidClaim, observations: FactListProps['observations']): NamedSource[] {
  if (claim.origin === 'catalogue') return claim.sourceRefs.map(catalogueSource)
  return claim.sourceRefs.map((ref) => {
    const seen = observations.get(ref)
    return { title: 'seen by a look', url: seen?.url ?? null }
  })
}
