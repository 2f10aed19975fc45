import type { Identification } from './identification.ts'
import { licenceName } from './licence.ts'

/** What to call a text: the licence it is, or how it stands to the one it comes from; never more than its words show. */
export function textTitle(found: Identification | null): string {
  if (found === null) return 'A text that was not judged yet'
  const { verdict, licenceId, closest, parts } = found
  if (licenceId !== null) return licenceName(licenceId)
  const names = [...new Set(parts.map((part) => licenceName(part.licenceId)))]
  if (verdict === 'CONTAINS' && names.length > 0) return names.join(' and ')
  const near = closest?.licenceId ?? parts[0]?.licenceId
  if (verdict === 'MODIFIED' && near !== undefined) {
    // Where most of its words are other ones, it is no alteration of the licence.
    const isMostlyIt = (closest?.similarity ?? 1) >= 0.5
    return isMostlyIt ? `Altered: ${licenceName(near)}` : `A text with words of ${licenceName(near)}`
  }
  if (verdict === 'PARTIAL' && near !== undefined) return `In part: ${licenceName(near)}`
  return 'A text that was not recognised'
}
