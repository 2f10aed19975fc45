import type { SeenSummary } from '#lib/catalogue/model-summary.ts'
import { governingText } from '#lib/licences/governing-text.ts'
import type { Identification } from '#lib/licences/identify.ts'
import { licenceOpenness } from '#lib/licences/licence.ts'
import { findTermsFor } from '#lib/licences/terms.ts'
import { agreementOf, declarationOf } from './agreement.ts'
import { isSeen, type RepositoryState, standing } from './repository-state.ts'

/** The text that governs a state, with what it was identified as; null where no licence text stands there. */
export function governingOf(
  state: RepositoryState,
  identifications: ReadonlyMap<string, Identification>,
): { sha256: string; path: string; licenceId: string | null } | null {
  if (!isSeen(state)) return null
  const files = (state.files?.licences ?? []).flatMap((file) => {
    if (file.sha256 === null) return []
    const found = identifications.get(file.sha256)
    return [{ path: file.path, sha256: file.sha256, licenceId: found?.verdict === 'MATCH' ? found.licenceId : null }]
  })
  return governingText(files) ?? null
}

/** What lists show of a repository that was looked at: an identified text before a declaration, and never more than was shown. */
export function seenSummary(
  state: RepositoryState,
  identifications: ReadonlyMap<string, Identification>,
  seenAt: Date,
): SeenSummary {
  const governing = governingOf(state, identifications)
  const declared = declarationOf(state).licenceId
  const identified = governing?.licenceId ?? null
  const licenceId = identified ?? declared
  const openness = licenceId === null ? 'unknown' : licenceOpenness(findTermsFor(licenceId, 'MATCH'))
  return {
    licenceId,
    licenceBasis: licenceId === null ? null : identified === null ? 'declared' : 'identified',
    licenceOpenness: openness === 'unknown' ? null : openness,
    hasMismatch: agreementOf(state, identifications).agreement === 'disagree',
    state: standing(state),
    isGated: isSeen(state) && state.access !== 'open',
    lastSeenAt: seenAt,
  }
}
