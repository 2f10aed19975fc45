/** What this noun puts on record. */
export const POLICY_ACTIONS = ['rules.loaded', 'finding.opened', 'finding.closed', 'finding.decided'] as const
