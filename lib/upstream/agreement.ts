import { type Declaration, readDeclaration } from '#lib/licences/declared.ts'
import { type Identification, unknownText } from '#lib/licences/identification.ts'
import { ENGINE_VERSION } from '#lib/licences/identify.ts'
import { compareDeclaredWithIdentified, type LicenceAgreement } from '#lib/licences/mismatch.ts'
import { isSeen, type RepositoryState } from './repository-state.ts'

const NOT_READ = unknownText(ENGINE_VERSION)

/** What an observed state declares. */
export function declarationOf(state: RepositoryState): Declaration {
  if (!isSeen(state)) return readDeclaration({})
  const { license, licenseName, licenseLink, tags } = state.declaration
  return readDeclaration({ cardData: { license, license_name: licenseName, license_link: licenseLink }, tags })
}

/** How an observed state's declaration and licence texts stand to each other; a file that could not be read counts as not named. */
export function agreementOf(
  state: RepositoryState,
  identifications: ReadonlyMap<string, Identification>,
): LicenceAgreement {
  const files = isSeen(state) ? (state.files?.licences ?? []) : []
  return compareDeclaredWithIdentified(
    declarationOf(state),
    files.map((file) => ({
      path: file.path,
      identification: (file.sha256 === null ? undefined : identifications.get(file.sha256)) ?? NOT_READ,
    })),
  )
}

/** The SHA-256 of every licence-like text a state names. */
export function textShasOf(state: RepositoryState): string[] {
  return isSeen(state) ? (state.files?.licences ?? []).flatMap((file) => file.sha256 ?? []) : []
}
