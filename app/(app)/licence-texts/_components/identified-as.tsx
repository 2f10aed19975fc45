import { TextLink } from '#app/_ui/text-link.tsx'
import type { Identification } from '#lib/licences/identify.ts'
import { licenceName } from '#lib/licences/licence.ts'

/** What a text was identified as, or what comes closest: never more than its words show. */
export function IdentifiedAs({ identification }: { identification: Identification | null }) {
  if (identification === null) return <span className="text-muted">not judged yet</span>
  const { verdict, licenceId, closest } = identification
  if (licenceId !== null) {
    return (
      <span className="[overflow-wrap:anywhere]">
        <TextLink href={`/licences/${encodeURIComponent(licenceId)}`}>{licenceName(licenceId)}</TextLink>{' '}
        <span className="text-xs text-muted">{verdict}</span>
      </span>
    )
  }
  return (
    <span className="[overflow-wrap:anywhere]">
      Not recognised <span className="text-xs text-muted">{verdict}</span>
      {closest && (
        <span className="text-muted">
          ; closest is {licenceName(closest.licenceId)}, {percent(closest.similarity)} of word pairs alike
        </span>
      )}
    </span>
  )
}

/** Never rounded up to a whole: only an exact hit is all alike. */
function percent(similarity: number): string {
  return `${Math.floor(similarity * 1000) / 10} %`
}
