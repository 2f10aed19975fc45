import { record } from '#lib/audit/record.ts'
import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import type { Actor } from '../actor.ts'
import { refuseWeakPassword } from '../password.ts'
import type { SetUpInput } from '../schema.ts'
import { issueLink, setLocalPassword, useLink } from './accounts.ts'

const SET_UP_KEY = 'installation.set_up'

const LINK_REFUSAL: Refusal = {
  field: '/link',
  rule: 'set_up.link',
  message: 'This set-up link is not valid: it was used, replaced or has run out.',
  remedy: 'Start the server again: it prints a new link while no administrator exists.',
}

/** Whether somebody has set this installation up. Until then nothing is fetched and nobody can sign in. */
export async function isSetUp(db: Pick<Tx, 'setting'>): Promise<boolean> {
  return (await db.setting.findUnique({ where: { key: SET_UP_KEY } })) !== null
}

/** A fresh set-up link's secret, or null once an administrator exists. Called at every start. */
export async function offerSetUpLink(ctx: Ctx): Promise<string | null> {
  return ctx.transaction(async (tx) => ((await isSetUp(tx)) ? null : issueLink(tx, 'set_up', null, ctx.clock.now())))
}

/** Makes the first administrator by the one-time link, once. */
export async function setUp(ctx: Ctx, input: SetUpInput): Promise<Outcome<{ userId: string }>> {
  const weak = refuseWeakPassword(input.password, input.email)
  if (weak.length > 0) return refused(...weak)
  return ctx.transaction(async (tx) => {
    const link = await useLink(tx, 'set_up', input.link, ctx.clock.now())
    if (!link || (await isSetUp(tx))) return refused(LINK_REFUSAL)
    return ok({ userId: await createFirstAdministrator(tx, ctx, input) })
  })
}

/** Makes the first administrator from the environment, for unattended installations; does nothing once one exists. */
export async function setUpUnattended(ctx: Ctx, input: Omit<SetUpInput, 'link'>): Promise<Outcome<{ isNew: boolean }>> {
  const weak = refuseWeakPassword(input.password, input.email, 'WEIGHBRIDGE_ADMIN_PASSWORD')
  if (weak.length > 0) return refused(...weak)
  return ctx.transaction(async (tx) => {
    if (await isSetUp(tx)) return ok({ isNew: false })
    await createFirstAdministrator(tx, ctx, input)
    return ok({ isNew: true })
  })
}

async function createFirstAdministrator(tx: Tx, ctx: Ctx, input: Omit<SetUpInput, 'link'>): Promise<string> {
  const now = ctx.clock.now()
  // The setting's key is unique: of two racing set-ups the second fails whole.
  await tx.setting.create({ data: { key: SET_UP_KEY, value: now.toISOString(), updatedAt: now } })
  const user = await tx.user.create({ data: { email: input.email, name: input.name, createdAt: now } })
  await setLocalPassword(tx, user.id, input.password, now)
  await tx.membership.create({
    data: {
      userId: user.id,
      teamId: null,
      role: 'administrator',
      isGranted: true,
      recordedAt: now,
      recordedBy: 'set-up',
    },
  })
  const actor: Actor = { kind: 'person', id: user.id, name: input.name, role: 'administrator', teamIds: [] }
  await record(
    tx,
    { ...ctx, actor },
    {
      action: 'installation.set_up',
      object: { kind: 'person', id: user.id },
      after: { name: input.name, email: input.email, role: 'administrator' },
    },
  )
  return user.id
}
