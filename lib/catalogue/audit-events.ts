/** What this noun puts on record. */
export const CATALOGUE_ACTIONS = ['catalogue.loaded'] as const
