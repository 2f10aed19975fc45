/** What this part of the product puts on record. */
export const AUTH_ACTIONS = [
  'installation.set_up',
  'person.added',
  'person.changed',
  'person.signed_in',
  'person.signed_out',
  'person.password_set',
  'team.created',
  'team.changed',
  'token.created',
  'token.revoked',
] as const
