import spdx from 'spdx-license-list'
import { ownLicenceName } from './aliases.ts'
import { type TermKey, type TermsRow, termOf } from './terms.ts'

/** The licence part of the openness scale: what the weights' licence lets a company do with them. */
export type LicenceOpenness = 'permissive' | 'conditional' | 'research' | 'unknown'

const spdxNames: ReadonlyMap<string, string> = new Map(Object.entries(spdx).map(([id, entry]) => [id, entry.name]))

/** The name people know a licence by; the id itself where no name is known. */
export function licenceName(id: string): string {
  return ownLicenceName(id) ?? spdxNames.get(id) ?? id
}

/** Terms whose given value leaves the use of the weights free; any other value is a condition. */
const FREE: readonly (readonly [TermKey, readonly string[]])[] = [
  ['commercial_use', ['allowed']],
  ['business_restriction', ['none']],
  ['scale_threshold', ['none']],
  ['field_of_use', ['none', 'lawful_only']],
  ['acceptable_use_policy', ['none']],
  ['use_restriction_passthrough', ['no']],
  ['derivative_display', ['none', 'encouraged']],
  ['derivative_naming', ['none']],
  ['output_training', ['free', 'not_addressed']],
  ['share_alike', ['none']],
  ['remote_restriction', ['none']],
]

function isFree(terms: TermsRow, key: TermKey, values: readonly string[]): boolean {
  const { value } = termOf(terms, key)
  return typeof value === 'string' && values.includes(value)
}

/** Where a licence stands on the openness scale by its terms; unknown without terms, or where they were read unsurely. */
export function licenceOpenness(terms: TermsRow | null): LicenceOpenness {
  if (terms === null) return 'unknown'
  const { value, confidence } = termOf(terms, 'commercial_use')
  if (value === null || confidence === 'low' || confidence === 'none') return 'unknown'
  if (value === 'forbidden' || value === 'separate_licence_required') return 'research'
  return FREE.every(([key, values]) => isFree(terms, key, values)) ? 'permissive' : 'conditional'
}
