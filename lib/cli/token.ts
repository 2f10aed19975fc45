import { createToken } from '#lib/auth/commands/tokens.ts'
import { tokenInput } from '#lib/auth/schema.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { asOperator } from './connection.ts'
import { EXIT, print, printRefusals } from './output.ts'

/** `weighbridge token create`. */
export async function createTokenCommand(options: {
  name: string
  scope: string
  expiresInDays: string
  json: boolean
}): Promise<number> {
  const input = tokenInput.safeParse({
    name: options.name,
    scope: options.scope,
    expiresInDays: Number(options.expiresInDays),
  })
  if (!input.success) return printRefusals(options.json, refusalsOf(input.error))
  const made = await asOperator((ctx) => createToken(ctx, input.data))
  print(options.json, { token: made.token, id: made.id, expiresAt: made.expiresAt.toISOString() }, [
    made.token,
    `Counts until ${made.expiresAt.toISOString()}. It is not shown again.`,
  ])
  return EXIT.fine
}
