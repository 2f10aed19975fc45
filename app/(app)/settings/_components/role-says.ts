import type { Role } from '#lib/auth/actor.ts'

/** What each role comes here to do, in a line. */
export const ROLE_SAYS: Readonly<Record<Role, string>> = {
  administrator: 'looks after people, teams and sources, and may do everything',
  reviewer: 'works the queue of findings of all teams and decides',
  member: 'registers and changes the deployments of their own teams',
  viewer: 'sees everything but the audit log, changes nothing',
  auditor: 'sees everything and the audit log, changes nothing',
}
