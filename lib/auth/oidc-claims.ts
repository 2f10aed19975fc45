import { z } from 'zod'
import { personInput } from './schema.ts'

// Some providers send booleans of userinfo as words.
const isTrue = z.union([z.literal(true), z.literal('true')])

/** What the identity provider says about somebody, as far as it is used here. */
export interface OidcClaims {
  /** The provider's own name for the person; never changes, unlike a mail address. */
  subject: string
  /** Lower case; null when there is none one could write to. */
  email: string | null
  isEmailVerified: boolean
  name: string
}

/** Reads userinfo (OpenID Connect Core 5.1); whatever is missing or unusable counts as not said. */
export function readClaims(subject: string, userinfo: unknown): OidcClaims {
  const said = z.record(z.string(), z.unknown()).catch({}).parse(userinfo)
  const email = personInput.shape.email.nullable().catch(null).parse(said['email'])
  const names = [said['name'], said['preferred_username'], email, subject]
  const name = names.map((one) => personInput.shape.name.safeParse(one)).find((read) => read.success)
  return {
    subject,
    email,
    isEmailVerified: isTrue.safeParse(said['email_verified']).success,
    name: name?.data ?? 'somebody without a name',
  }
}
