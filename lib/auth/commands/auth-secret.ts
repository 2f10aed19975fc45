import { z } from 'zod'
import type { Ctx } from '#lib/ctx.ts'
import { newSecret } from '../secrets.ts'

const SECRET_KEY = 'auth.secret'

/**
 * The secret that seals what a sign-in leaves in the browser while it is under way: the given one, else one made on first
 * need and kept in the database, so that several instances agree. Of racing instances the first one's stays.
 */
export async function authSecret(ctx: Ctx, given: string | null): Promise<string> {
  if (given !== null) return given
  const where = { key: SECRET_KEY }
  const kept = await ctx.db.setting.findUnique({ where })
  if (kept) return z.string().min(32).parse(kept.value)
  await ctx.db.setting.createMany({
    data: { ...where, value: newSecret(), updatedAt: ctx.clock.now() },
    skipDuplicates: true,
  })
  const made = await ctx.db.setting.findUniqueOrThrow({ where })
  return z.string().min(32).parse(made.value)
}
