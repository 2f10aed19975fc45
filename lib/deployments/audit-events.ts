/** What this noun puts on record. */
export const DEPLOYMENT_ACTIONS = [
  'deployment.registered',
  'deployment.changed',
  'deployment.retired',
  'deployment.judged',
] as const
