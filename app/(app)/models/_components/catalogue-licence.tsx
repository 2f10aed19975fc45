import { isLicenceContradicted, type ModelFact } from '#lib/catalogue/model-facts.ts'
import type { ModelRow } from '#lib/catalogue/queries/models.ts'
import { ClaimLine, type ObservationPlaces } from './claim-line.tsx'

interface CatalogueLicenceProps {
  /** Absent where no data set names a licence. */
  fact: ModelFact | undefined
  row: ModelRow
  now: Date
}

const NO_LOOKS: ObservationPlaces = new Map()

/** What the catalogue says the licence is, marked where the hub was seen to show another. */
export function CatalogueLicence({ fact, row, now }: CatalogueLicenceProps) {
  const claims = [...(fact?.shown ? [fact.shown] : []), ...(fact?.others.map((other) => other.claim) ?? [])]
  if (claims.length === 0) return <span className="text-muted">nothing</span>
  return claims.map((claim) => (
    <ClaimLine
      key={claim.id}
      claim={claim}
      observations={NO_LOOKS}
      now={now}
      against={isLicenceContradicted(claim, row) ? 'contradicts' : undefined}
    />
  ))
}
