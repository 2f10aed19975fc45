/** What this noun puts on record. */
export const LICENCE_ACTIONS = ['licence_text.uploaded', 'binding.concluded', 'comparison.concluded'] as const
