import type { Tx } from '#lib/db/client.ts'
import { hashPassword } from '../password.ts'
import { hashSecret, newSecret } from '../secrets.ts'

const LINK_LIFE = { set_up: 7 * 86_400_000, set_password: 3 * 86_400_000 }

/** The issuer of accounts whose password is kept here. */
export const LOCAL_ISSUER = 'local'

/** Sets or replaces a person's local password; ends every session they have. */
export async function setLocalPassword(tx: Tx, userId: string, password: string, now: Date): Promise<void> {
  const passwordHash = await hashPassword(password)
  await tx.account.upsert({
    where: { issuer_subject: { issuer: LOCAL_ISSUER, subject: userId } },
    create: { issuer: LOCAL_ISSUER, subject: userId, userId, passwordHash, createdAt: now },
    update: { passwordHash },
  })
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } })
}

/** Makes a link that works once and replaces any earlier one for the same purpose and person; returns its secret. */
export async function issueLink(
  tx: Tx,
  purpose: 'set_up' | 'set_password',
  userId: string | null,
  now: Date,
): Promise<string> {
  await tx.oneTimeLink.updateMany({ where: { purpose, userId, usedAt: null }, data: { usedAt: now } })
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + LINK_LIFE[purpose])
  await tx.oneTimeLink.create({ data: { purpose, tokenHash: hashSecret(secret), userId, createdAt: now, expiresAt } })
  return secret
}

/** Uses up a link; null when it is unknown, used, or past its time. Two users of one link: one wins. */
export async function useLink(
  tx: Tx,
  purpose: 'set_up' | 'set_password',
  secret: string,
  now: Date,
): Promise<{ userId: string | null } | null> {
  const tokenHash = hashSecret(secret)
  const used = await tx.oneTimeLink.updateMany({
    where: { purpose, tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (used.count !== 1) return null
  const link = await tx.oneTimeLink.findUnique({ where: { tokenHash } })
  return link ? { userId: link.userId } : null
}
