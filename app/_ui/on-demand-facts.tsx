import { Fragment, type ReactNode } from 'react'

export interface OnDemandFact {
  term: string
  value: ReactNode
}

/** Term and value pairs for `OnDemand`, in phrasing content. */
export function OnDemandFacts({ facts }: { facts: OnDemandFact[] }) {
  return (
    <span className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
      {facts.map((fact) => (
        <Fragment key={fact.term}>
          <span className="text-muted">{fact.term}</span>
          <span className="min-w-0 break-words">{fact.value}</span>
        </Fragment>
      ))}
    </span>
  )
}
