import type { AUTH_ACTIONS } from '#lib/auth/audit-events.ts'
import type { CATALOGUE_ACTIONS } from '#lib/catalogue/audit-events.ts'
import type { DEPLOYMENT_ACTIONS } from '#lib/deployments/audit-events.ts'
import type { LICENCE_ACTIONS } from '#lib/licences/audit-events.ts'
import type { POLICY_ACTIONS } from '#lib/policy/audit-events.ts'
import type { REPORT_ACTIONS } from '#lib/reports/audit-events.ts'
import type { UPSTREAM_ACTIONS } from '#lib/upstream/audit-events.ts'

/** The closed vocabulary of recorded events: each noun declares its own, this is their union. */
export type AuditAction =
  | (typeof AUTH_ACTIONS)[number]
  | (typeof CATALOGUE_ACTIONS)[number]
  | (typeof LICENCE_ACTIONS)[number]
  | (typeof UPSTREAM_ACTIONS)[number]
  | (typeof POLICY_ACTIONS)[number]
  | (typeof DEPLOYMENT_ACTIONS)[number]
  | (typeof REPORT_ACTIONS)[number]
