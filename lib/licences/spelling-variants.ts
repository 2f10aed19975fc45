/** Spellings the SPDX matching guidelines call equivalent, each read as the word on the right. */
const PAIRS =
  'acknowledgement:acknowledgment analogue:analog analyse:analyze artefact:artifact authorisation:authorization ' +
  'authorised:authorized calibre:caliber cancelled:canceled capitalisations:capitalizations catalogue:catalog ' +
  'categorise:categorize centre:center emphasised:emphasized favour:favor favourite:favorite fulfil:fulfill ' +
  'fulfilment:fulfillment initialise:initialize judgement:judgment labelling:labeling labour:labor ' +
  'licence:license licences:licenses licenced:licensed licencee:licensee licencor:licensor maximise:maximize ' +
  'modelled:modeled modelling:modeling offence:offense optimise:optimize organisation:organization ' +
  'organisations:organizations organise:organize practise:practice programme:program realise:realize ' +
  'recognise:recognize signalling:signaling utilisation:utilization whilst:while wilful:willful https:http'

const VARIANTS = new Map<string, string>()
for (const pair of PAIRS.split(' ')) {
  const [from, to] = pair.split(':')
  if (from && to) VARIANTS.set(from, to)
}

/** The one spelling a word is read as. */
export function canonicalSpelling(word: string): string {
  return VARIANTS.get(word) ?? word
}

const SECOND_WORDS = new Map([
  [
    'copyright',
    new Map([
      ['owner', 'copyright holder'],
      ['owners', 'copyright holders'],
    ]),
  ],
  ['per', new Map([['cent', 'percent']])],
  [
    'sub',
    new Map([
      ['license', 'sublicense'],
      ['licensed', 'sublicensed'],
      ['licenses', 'sublicenses'],
      ['licensing', 'sublicensing'],
    ]),
  ],
])

/** What two neighbouring words are read as when they are a variant of one term; null when they stand for themselves. */
export function joinedSpelling(first: string, second: string): string | null {
  // `non-commercial`, `non commercial` and `noncommercial` are one word; the prefix itself is never lost.
  if (first === 'non') return `non${second}`
  return SECOND_WORDS.get(first)?.get(second) ?? null
}
