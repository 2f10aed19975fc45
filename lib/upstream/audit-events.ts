/** What this noun puts on record. */
export const UPSTREAM_ACTIONS = ['source.added', 'source.changed', 'source.looked_at', 'change.recorded', 'change.settled'] as const
