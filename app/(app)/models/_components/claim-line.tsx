import { GitCompareArrows } from 'lucide-react'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import type { SaidClaim } from '#lib/catalogue/model-facts.ts'
import { catalogueSource, type NamedSource } from './catalogue-source.ts'
import { FactValue } from './fact-value.tsx'

/** Where the hub was seen to say something, by observation. */
export type ObservationPlaces = ReadonlyMap<string, { url: string; at: Date }>

interface ClaimLineProps {
  claim: SaidClaim
  observations: ObservationPlaces
  now: Date
  /** How it stands to the claim that is shown; absent for that one. */
  against?: 'contradicts' | 'agrees' | 'denied' | undefined
}

/** What one source says of one fact: the value, whether hub or catalogue speaks, its grade and how surely it was read. */
export function ClaimLine({ claim, observations, now, against }: ClaimLineProps) {
  const sources = sourcesOf(claim, observations)
  const speaker = claim.origin === 'hub' ? 'Hub' : 'Catalogue'
  const titles = sources.map((source) => source.title).join('; ')
  return (
    <span
      className={`flex flex-wrap items-center gap-x-2 ${against ? 'border-s-2 ps-3 text-sm text-muted' : ''} ${against === 'contradicts' ? 'border-review' : ''}`}
    >
      {against === 'contradicts' && (
        <span className="inline-flex items-center gap-1 text-xs text-review">
          <GitCompareArrows aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
          contradicts
        </span>
      )}
      {against === 'agrees' && <span className="text-xs">says the same</span>}
      <span className={against === 'denied' ? 'min-w-0 line-through' : 'min-w-0'}>
        <FactValue property={claim.property} value={claim.value} />
      </span>
      <GradeMark
        grade={claim.grade}
        who={titles === '' ? `${speaker}; no source named` : `${speaker}: ${titles}`}
        at={claim.asOf}
        now={now}
        href={sources.find((source) => source.url !== null)?.url ?? undefined}
      />
      <span className="text-xs text-muted">
        {speaker} · {claim.confidence}
      </span>
    </span>
  )
}

function sourcesOf(claim: SaidClaim, observations: ObservationPlaces): NamedSource[] {
  if (claim.origin === 'catalogue') return claim.sourceRefs.map(catalogueSource)
  return claim.sourceRefs.map((ref) => ({ title: 'seen by a look', url: observations.get(ref)?.url ?? null }))
}
