import { z } from 'zod'
import { ROLES, TOKEN_SCOPES } from './actor.ts'

/** An API token in a list: never the token itself. */
export const tokenItemSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    hint: z.string().describe('Its first characters, to recognise it by'),
    scope: z.enum(TOKEN_SCOPES),
    owner: z.string().nullable().describe('Whose rights it has; null: made on the host, with an administrator’s'),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable().describe('To the minute'),
  })
  .meta({ id: 'Token', title: 'An API token' })

/** A token that was just made. */
export const newTokenSchema = z
  .object({
    id: z.uuid(),
    token: z.string().describe('Shown this once; only its hash is kept'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'NewToken', title: 'An API token that was just made' })

/** A person in the list of people. */
export const personItemSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    teams: z.array(z.string()).describe('Slugs'),
    isDisabled: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Person', title: 'Somebody with an account' })

/** A one-time link by which a person sets their password. */
export const passwordLinkSchema = z
  .object({ id: z.uuid(), link: z.url().describe('Works once, for three days; shown this once') })
  .meta({ id: 'PasswordLink', title: 'A one-time link' })

/** A team. */
export const teamItemSchema = z
  .object({ id: z.uuid(), slug: z.string(), name: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: 'Team', title: 'A group of people that runs models' })
