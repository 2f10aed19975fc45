/** What this noun puts on record. */
export const REPORT_ACTIONS = ['report.published'] as const
