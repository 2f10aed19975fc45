/** What this noun puts on record. */
export const LICENCE_ACTIONS = [
  'licence_text.uploaded',
  'binding.concluded',
  'comparison.concluded',
  'reading.concluded',
  'reading.opinion_given',
  'reading.proposed',
  'reading_rule.set',
] as const
