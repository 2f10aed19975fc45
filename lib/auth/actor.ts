export const ROLES = ['administrator', 'reviewer', 'member', 'viewer', 'auditor'] as const
export type Role = (typeof ROLES)[number]

export const TOKEN_SCOPES = ['read', 'write', 'admin'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/**
 * Who is asking. `person` came through the browser, `token` through the API, `operator` sits at the host's shell,
 * `automation` is a job of ours; `anonymous` has proved nothing and may do nothing, whatever the role says.
 */
export type Actor =
  | { kind: 'person'; id: string; name: string; role: Role; teamIds: readonly string[] }
  | { kind: 'token'; id: string; name: string; role: Role; scope: TokenScope; teamIds: readonly string[] }
  | { kind: 'anonymous'; id: null; name: 'anonymous'; role: 'viewer'; teamIds: readonly string[] }
  | { kind: 'operator'; id: null; name: string; role: 'administrator'; teamIds: readonly string[] }
  | { kind: 'automation'; id: null; name: string; role: 'administrator'; teamIds: readonly string[] }
