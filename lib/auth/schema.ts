import { z } from 'zod'
import { ROLES, TOKEN_SCOPES } from './actor.ts'

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/, 'is not a mail address')
const personName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{C}]*$/u, 'holds control characters')

/** The first administrator, by link. */
export const setUpInput = z.object({
  link: z.string().min(1).max(200),
  name: personName,
  email,
  password: z.string().max(1000),
})
export type SetUpInput = z.infer<typeof setUpInput>

/** A sign-in with a local account. */
export const signInInput = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(1000) })

/** A person's first or new password, by link. */
export const setPasswordInput = z.object({ link: z.string().min(1).max(200), password: z.string().max(1000) })

/** A person as an administrator adds them. */
export const personInput = z.object({
  name: personName,
  email,
  role: z.enum(ROLES),
  teams: z.array(z.string().max(63)).max(200),
})
export type PersonInput = z.infer<typeof personInput>

/** A person's role, teams and whether they may sign in. */
export const personChange = z.object({
  id: z.uuid(),
  role: z.enum(ROLES),
  teams: z.array(z.string().max(63)).max(200),
  isDisabled: z.boolean(),
})
export type PersonChange = z.infer<typeof personChange>

/** A team. */
export const teamInput = z.object({
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'is not lower-case letters, digits and inner hyphens'),
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .regex(/^[^\p{C}]*$/u, 'holds control characters'),
})
export type TeamInput = z.infer<typeof teamInput>

/** An API token. */
export const tokenInput = z.object({
  name: personName,
  scope: z.enum(TOKEN_SCOPES),
  expiresInDays: z.int().min(1).max(730).default(90),
})
export type TokenInput = z.input<typeof tokenInput>
