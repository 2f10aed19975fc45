import { ROLES } from '#lib/auth/actor.ts'
import { ROLE_SAYS } from './role-says.ts'

/** The roles as a list to choose from. */
export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: `${role}: ${ROLE_SAYS[role]}` }))
