import { type AskedDuty, asked, type DutyKind, type DutyQuestion } from './duty.ts'
import type { TermCell } from './terms.ts'

function fieldsOf(cell: TermCell): ReadonlyMap<string, unknown> {
  const { value } = cell
  return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [])
}

/** What a user or revenue figure asks: a separate licence above it, or a display on the product. */
export function scaleDuties({ cell, deployment }: DutyQuestion): AskedDuty[] {
  const fields = fieldsOf(cell)
  if (fields.size === 0) return []
  const kind: DutyKind = fields.get('effect') === 'display_duty' ? 'display' : 'threshold'
  const measured = String(fields.get('measured') ?? '')
  const threshold = typeof fields.get('mau') === 'number' ? Number(fields.get('mau')) : null
  const revenue = typeof fields.get('revenueUsdMonthly') === 'number' ? Number(fields.get('revenueUsdMonthly')) : null
  if (kind === 'display' && deployment.exposure === 'internal') return [asked(kind, 'no', 'not-made-available')]
  const users = deployment.monthlyActiveUsers
  const params = { threshold, users, revenue }
  // A figure of the month before the release is not the one the register holds, and counts whatever the use.
  if (/release date/i.test(measured)) return [asked(kind, 'cannot_tell', 'counted-in-the-past', params)]
  if (kind === 'threshold' && deployment.use !== 'commercial') return [asked(kind, 'no', 'not-commercial')]
  if (users === null || threshold === null) return [asked(kind, 'cannot_tell', 'users-not-stated', params)]
  if (users > threshold) return [asked(kind, 'yes', 'users-above', params)]
  return revenue === null
    ? [asked(kind, 'no', 'users-below', params)]
    : [asked(kind, 'cannot_tell', 'revenue-not-stated', params)]
}

const EU_MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

/** What places that are left out mean for where the deployment runs. */
export function territoryDuties({ cell, deployment }: DutyQuestion): AskedDuty[] {
  const fields = fieldsOf(cell)
  const excluded = fields.get('excluded')
  if (!Array.isArray(excluded)) return []
  const places = new Set(excluded.flatMap((place) => (place === 'EU' ? EU_MEMBERS : [String(place)])))
  const left = deployment.regions.filter((region) => places.has(region))
  const params = { places: excluded.join(', '), regions: left.join(', ') || null, of: String(fields.get('of') ?? '') }
  if (deployment.regions.length === 0) return [asked('territory', 'cannot_tell', 'region-not-stated', params)]
  if (left.length === 0) return [asked('territory', 'no', 'region-not-left-out', params)]
  return /^everything\b/.test(params.of)
    ? [asked('territory', 'yes', 'region-left-out', params)]
    : [asked('territory', 'cannot_tell', 'territory-in-part', params)]
}
