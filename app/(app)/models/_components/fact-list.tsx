import { Fragment } from 'react'
import type { ModelFact } from '#lib/catalogue/model-facts.ts'
import { propertyText } from '#lib/catalogue/sentences.en.ts'
import { ClaimLine, type ObservationPlaces } from './claim-line.tsx'

interface FactListProps {
  facts: ModelFact[]
  observations: ObservationPlaces
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
            <FactClaims fact={fact} observations={observations} now={now} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** All that is said about one fact, the claim that is shown first. */
function FactClaims({ fact, ...rest }: { fact: ModelFact; observations: ObservationPlaces; now: Date }) {
  return (
    <>
      {fact.shown ? (
        <ClaimLine claim={fact.shown} {...rest} />
      ) : (
        <span className="text-muted">Not known: what was said has been denied.</span>
      )}
      {fact.others.map(({ claim, isContradicting }) => (
        <ClaimLine key={claim.id} claim={claim} against={isContradicting ? 'contradicts' : 'agrees'} {...rest} />
      ))}
      {fact.denied.map((claim) => (
        <ClaimLine key={claim.id} claim={claim} against="denied" {...rest} />
      ))}
    </>
  )
}
