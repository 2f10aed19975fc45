import type { Declaration } from './declared.ts'
import type { Identification } from './identification.ts'
import { isUsePolicy } from './known-licences.ts'
import { licenceFileRole } from './licence-text.ts'

export type Agreement = 'agree' | 'disagree' | 'not-comparable' | 'no-licence'

export type AgreementCode =
  | 'text-is-declared-licence'
  | 'text-is-one-of-declared'
  | 'text-is-another-licence'
  | 'texts-hold-several-licences'
  | 'text-not-identified'
  | 'name-covers-other-texts'
  | 'name-not-listed'
  | 'nothing-declared'
  | 'no-text'
  | 'nothing-declared-no-text'

/** How what is declared and what the texts are stand to each other: a code and its values, for a sentence elsewhere. */
export interface LicenceAgreement {
  agreement: Agreement
  code: AgreementCode
  declared: readonly string[]
  identified: readonly string[]
  /** The licence texts that could not be named. */
  unknownPaths: readonly string[]
}

export interface IdentifiedFile {
  path: string
  identification: Identification
}

function isLicenceText(file: IdentifiedFile): boolean {
  const { licenceId } = file.identification
  return licenceFileRole(file.path) === 'licence' && !(licenceId !== null && isUsePolicy(licenceId))
}

function names(file: IdentifiedFile): string[] {
  const { verdict, licenceId, alternatives } = file.identification
  return verdict === 'MATCH' && licenceId !== null ? [licenceId, ...alternatives] : []
}

function judge(declaration: Declaration, files: IdentifiedFile[]): [Agreement, AgreementCode] {
  const isSilent = declaration.kind === 'none'
  if (files.length === 0) return isSilent ? ['no-licence', 'nothing-declared-no-text'] : ['not-comparable', 'no-text']
  if (isSilent) return ['not-comparable', 'nothing-declared']
  const named = files.filter((file) => names(file).length > 0)
  if (named.length === 0) return ['not-comparable', 'text-not-identified']
  if (declaration.candidates.length === 0) return ['not-comparable', 'name-not-listed']
  const isDeclared = (file: IdentifiedFile) => names(file).some((id) => declaration.candidates.includes(id))
  const declaredTexts = named.filter(isDeclared)
  if (declaredTexts.length === 0) {
    if (!declaration.hasAllCandidates) return ['not-comparable', 'name-covers-other-texts']
    // A text we cannot name may be the declared one: only with every text named is the difference shown.
    return named.length < files.length
      ? ['not-comparable', 'text-not-identified']
      : ['disagree', 'text-is-another-licence']
  }
  if (declaredTexts.length < files.length) return ['not-comparable', 'texts-hold-several-licences']
  return ['agree', declaration.licenceId === null ? 'text-is-one-of-declared' : 'text-is-declared-licence']
}

/** Compares a declaration with the licence texts of the same revision; notices and use policies are not licence texts. */
export function compareDeclaredWithIdentified(
  declaration: Declaration,
  files: readonly IdentifiedFile[],
): LicenceAgreement {
  const texts = files.filter(isLicenceText)
  const [agreement, code] = judge(declaration, texts)
  return {
    agreement,
    code,
    declared: declaration.candidates,
    identified: [...new Set(texts.flatMap((file) => file.identification.licenceId ?? []))],
    unknownPaths: texts.filter((file) => names(file).length === 0).map((file) => file.path),
  }
}

/**
 * Compares what a copy or a derived model declares with the licences its base stands under. A difference is shown only where
 * the declared name has a known meaning; whether other terms may be given to it is for a person to say.
 */
export function compareDeclaredWithBase(declaration: Declaration, baseLicences: readonly string[]): Agreement {
  if (declaration.kind === 'none' || declaration.candidates.length === 0) return 'not-comparable'
  if (baseLicences.length === 0) return 'not-comparable'
  if (baseLicences.every((id) => declaration.candidates.includes(id))) return 'agree'
  return declaration.hasAllCandidates ? 'disagree' : 'not-comparable'
}
