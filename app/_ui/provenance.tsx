import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { OnDemand } from './on-demand.tsx'
import { type OnDemandFact, OnDemandFacts } from './on-demand-facts.tsx'
import { formatInstant } from './relative-time.ts'
import { TextLink } from './text-link.tsx'
import { words } from './words.ts'

interface ProvenanceProps {
  asOf: Date
  /** The source, by name: `Hugging Face, repository Qwen/Qwen3-8B`. */
  from: string
  href?: string | undefined
  /** Values that lost against the one shown, or whatever else the reader should know. */
  note?: ReactNode
}

/** "As of, from" for a figure or fact, on demand. */
export function Provenance({ asOf, from, href, note }: ProvenanceProps) {
  const facts: OnDemandFact[] = [
    { term: words.provenance.asOf, value: <time dateTime={asOf.toISOString()}>{formatInstant(asOf)}</time> },
    { term: words.provenance.from, value: href ? <TextLink href={href}>{from}</TextLink> : from },
  ]
  return (
    <OnDemand
      name={words.provenance.label}
      className="justify-center text-muted hover:text-ink"
      mark={<Info aria-hidden className="size-3.5" strokeWidth={1.75} />}
    >
      <OnDemandFacts facts={facts} />
      {note && <span className="mt-2 block border-t pt-2">{note}</span>}
    </OnDemand>
  )
}
