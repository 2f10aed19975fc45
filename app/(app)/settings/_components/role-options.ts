import { ROLES } from '#lib/auth/actor.ts'

/** The roles as a list to choose from. */
export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: role }))
