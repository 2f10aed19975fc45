import type { Identification } from '#lib/licences/identify.ts'
import { licenceName } from '#lib/licences/licence.ts'
import type { AgreementCode } from '#lib/licences/mismatch.ts'
import { textTitle } from '#lib/licences/text-title.ts'

/** What a text was found to be: the licence with its verdict, or what comes nearest. */
export function identificationText(identification: Identification | null): string {
  if (identification === null) return 'not judged yet'
  const { verdict, licenceId, alternatives, closest } = identification
  if (licenceId !== null) {
    const rest = alternatives.length === 0 ? '' : `; the same words as ${alternatives.map(licenceName).join(', ')}`
    return `${licenceName(licenceId)} (${verdict})${rest}`
  }
  if (closest === null || verdict === 'CONTAINS') return `${textTitle(identification)} (${verdict})`
  // Never rounded up to a whole: only an exact hit is all alike.
  const alike = Math.floor(closest.similarity * 100)
  const near = verdict === 'UNKNOWN' ? `; closest is ${licenceName(closest.licenceId)}` : ''
  return `${textTitle(identification)} (${verdict})${near}, ${alike} % alike`
}

const AGREEMENTS: Readonly<Record<AgreementCode, string>> = {
  'text-is-declared-licence': 'The text is the declared licence.',
  'text-is-one-of-declared': 'The text is one of the licences the declaration may mean.',
  'text-is-another-licence': 'The text is another licence than the one declared.',
  'texts-hold-several-licences': 'There are several licence texts, and not all are the declared licence.',
  'text-not-identified': 'The text could not be identified, so the declaration cannot be checked against it.',
  'name-covers-other-texts':
    'The declared name may stand for other texts as well, so neither agreement nor disagreement is shown.',
  'name-not-listed': 'The declared name stands for no licence that is known here.',
  'nothing-declared': 'The card declares nothing; only the text speaks.',
  'no-text': 'There is no licence text; only the declaration speaks, and it decides nothing.',
  'nothing-declared-no-text': 'Nothing is declared, and there is no licence text.',
}

/** How declaration and text stand to each other, as a sentence. */
export function agreementText(code: AgreementCode): string {
  return AGREEMENTS[code]
}

interface Declared {
  license: string | string[] | null
  licenseName: string | null
  licenseLink: string | null
  tags: readonly string[]
}

/** What a card said, word for word, field by field; empty where it said nothing. */
export function declaredFields({ license, licenseName, licenseLink, tags }: Declared): string[] {
  const bare = tags.map((tag) => tag.replace(/^license:/, ''))
  return [
    ...(license === null ? [] : [`license: ${[license].flat().join(', ')}`]),
    ...(licenseName === null ? [] : [`license_name: ${licenseName}`]),
    ...(licenseLink === null ? [] : [`license_link: ${licenseLink}`]),
    ...(bare.length === 0 ? [] : [`tag: ${bare.join(', ')}`]),
  ]
}
