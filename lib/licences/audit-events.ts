/** What this noun puts on record. */
export const LICENCE_ACTIONS = ['comparison.concluded'] as const
