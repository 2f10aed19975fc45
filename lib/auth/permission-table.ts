import { ROLES, type Role, type TokenScope } from './actor.ts'
import { PERMISSIONS, type Permission } from './permissions.ts'

export type Reach = 'everything' | 'own'

export interface PermissionRow {
  permission: Permission
  /** Completes "may …". */
  says: string
  /** Null: not at all. */
  reach: Record<Role, Reach | null>
  /** The least a token must be scoped to. */
  scope: TokenScope
}

/** The table of permissions, role by role, for reading. */
export function permissionTable(): PermissionRow[] {
  return Object.entries(PERMISSIONS).flatMap(([name, { may, says, scope }]) => {
    if (!isPermission(name)) return []
    const given: Partial<Record<Role, Reach>> = may
    const of = (role: Role) => given[role] ?? null
    const [administrator, reviewer, member, viewer, auditor] = ROLES
    return {
      permission: name,
      says,
      scope,
      reach: {
        administrator: of(administrator),
        reviewer: of(reviewer),
        member: of(member),
        viewer: of(viewer),
        auditor: of(auditor),
      },
    }
  })
}

function isPermission(name: string): name is Permission {
  return Object.hasOwn(PERMISSIONS, name)
}
