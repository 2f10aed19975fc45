import type { Adapter } from '@auth/core/adapters'
import type { Ctx } from '#lib/ctx.ts'
import { OIDC_PROVIDER } from '../oidc.ts'
import { openSession, type Visitor } from './sign-in.ts'

/**
 * Lets Auth.js find people in our tables, by issuer and subject only, and open our own sessions for them. Who comes in is
 * decided by `admitFromIssuer` before; whatever Auth.js would make, join or change by itself is refused here.
 */
export function authJsAdapter(ctx: Ctx, issuer: string, visitor: Visitor): Adapter {
  return {
    async getUserByAccount({ provider, providerAccountId }) {
      if (provider !== OIDC_PROVIDER) return null
      const account = await ctx.db.account.findUnique({
        where: { issuer_subject: { issuer, subject: providerAccountId } },
        include: { user: true },
      })
      if (!account) return null
      const { id, email, name } = account.user
      return { id, email, name, emailVerified: null }
    },
    async createSession({ userId }) {
      const user = await ctx.db.user.findUnique({ where: { id: userId } })
      if (!user || user.isDisabled) throw new Error('There is nobody to open this session for.')
      const { token, expiresAt } = await openSession(ctx, user, visitor)
      // The raw token becomes the cookie; the table holds its hash.
      return { sessionToken: token, userId, expires: expiresAt }
    },
    // Auth.js joins a new account to whoever is signed in in that browser. Here nobody ever is.
    getSessionAndUser: () => null,
    getUser: () => null,
    getUserByEmail: () => null,
    createUser: notHere('make a person'),
    updateUser: notHere('change a person'),
    linkAccount: notHere('join an account to a person'),
    updateSession: notHere('change a session'),
    deleteSession: notHere('end a session'),
  }
}

function notHere(what: string): () => never {
  return () => {
    throw new Error(`Auth.js may not ${what}.`)
  }
}
