import type { KeyValueItem } from '#app/_ui/key-value.tsx'
import { licenceName } from '#lib/licences/licence.ts'
import type { HeldText } from '#lib/licences/queries/find-texts.ts'
import { IdentifiedAs } from './identified-as.tsx'

const VERDICTS = {
  MATCH: 'all of its words are those of the licence',
  CONTAINS: 'one licence or several stand whole in it, with more around or between',
  PARTIAL: 'a part of the licence stands in it',
  MODIFIED: 'words of the licence stand in it, and not all as the licence has them',
  UNKNOWN: 'its words are those of no licence that is known',
} as const

const BASIS = {
  sha256: 'by its bytes',
  fingerprint: 'by its words; only layout differs from a known copy',
  alignment: 'by its words, beside those of the licence',
} as const

/** What a text was found to be, by what, and by which version of the recogniser. */
export function identificationFacts({ identification }: HeldText): KeyValueItem[] {
  if (identification === null) return [{ term: 'Identified as', value: <IdentifiedAs identification={null} /> }]
  const { verdict, alternatives, basis, textId, engineVersion } = identification
  return [
    { term: 'Identified as', value: <IdentifiedAs identification={identification} /> },
    { term: 'Verdict', value: `${verdict}: ${VERDICTS[verdict]}` },
    ...(basis === null ? [] : [{ term: 'Recognised', value: BASIS[basis] }]),
    ...(textId === null ? [] : [{ term: 'Dated text', value: textId }]),
    ...(alternatives.length === 0
      ? []
      : [
          {
            term: 'The same words also are',
            value: alternatives.map((id) => `${licenceName(id)} (${id})`).join(', '),
          },
        ]),
    { term: 'Recogniser', value: <code className="font-mono text-sm">{engineVersion}</code> },
  ]
}
