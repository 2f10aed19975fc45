/** What this noun puts on record. */
export const UPSTREAM_ACTIONS = [
  'source.added',
  'source.changed',
  'source.look_requested',
  'source.baseline_taken',
  'repository.added',
  'change.recorded',
  'change.settled',
] as const
