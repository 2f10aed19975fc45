import { TextLink } from '#app/_ui/text-link.tsx'
import type { Identification } from '#lib/licences/identification.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { textTitle } from '#lib/licences/text-title.ts'

/** What a text was identified as, or what comes closest: never more than its words show. */
export function IdentifiedAs({ identification }: { identification: Identification | null }) {
  if (identification === null) return <span className="text-muted">not judged yet</span>
  const { verdict, licenceId, closest } = identification
  return (
    <span className="[overflow-wrap:anywhere]">
      {licenceId === null ? (
        <span className={verdict === 'UNKNOWN' ? 'text-muted' : ''}>
          {verdict === 'UNKNOWN' ? 'Not recognised' : textTitle(identification)}
        </span>
      ) : (
        <TextLink href={`/licences/${encodeURIComponent(licenceId)}`}>{licenceName(licenceId)}</TextLink>
      )}{' '}
      <span className="text-xs text-muted">{verdict}</span>
      {closest && verdict !== 'MATCH' && verdict !== 'CONTAINS' && (
        <span className="text-muted">
          {verdict === 'UNKNOWN' && `; closest is ${licenceName(closest.licenceId)}`}, {percent(closest.similarity)} of
          word pairs alike
        </span>
      )}
    </span>
  )
}

/** A share in per cent, never rounded up to a whole: only an exact hit is all alike. */
export function percent(similarity: number): string {
  return `${Math.floor(similarity * 1000) / 10} %`
}
