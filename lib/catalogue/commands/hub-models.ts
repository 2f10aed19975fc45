import type { Ctx } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'

const HUB = 'hf'

/**
 * The model that a hub repository of this name belongs to: the one known by that name unless the name has a new holder, else a
 * new model. A new holder takes the name over: for the model before it ends now.
 */
export async function addHubModel(
  tx: Tx,
  given: { name: string; isNewHolder: boolean; isSinceNow: boolean },
  now: Date,
): Promise<string> {
  const current = await tx.modelName.findFirst({
    where: { registry: HUB, name: given.name, end: null },
    orderBy: { recordedAt: 'desc' },
  })
  if (current && !given.isNewHolder) return current.modelId
  if (current) await tx.modelNameEnd.create({ data: { modelNameId: current.id, validTo: now, recordedAt: now } })
  const publisherName = given.name.split('/')[0] ?? given.name
  const publisher = await tx.publisher.upsert({
    where: { name: publisherName },
    create: { name: publisherName, createdAt: now },
    update: {},
  })
  const model = await tx.model.create({ data: { kind: 'weights', publisherId: publisher.id, createdAt: now } })
  await tx.modelName.create({
    data: {
      modelId: model.id,
      registry: HUB,
      name: given.name,
      validFrom: given.isSinceNow ? now : null,
      recordedAt: now,
    },
  })
  return model.id
}

/** Notes that a model is called otherwise on the hub from now on. */
export async function renameHubModel(ctx: Ctx, modelId: string, name: string): Promise<void> {
  const now = ctx.clock.now()
  await ctx.transaction(async (tx) => {
    const names = await tx.modelName.findMany({ where: { modelId, registry: HUB, end: null } })
    if (names.some((row) => row.name === name)) return
    await tx.modelNameEnd.createMany({
      data: names.map((row) => ({ modelNameId: row.id, validTo: now, recordedAt: now })),
    })
    await tx.modelName.create({ data: { modelId, registry: HUB, name, validFrom: now, recordedAt: now } })
  })
}
