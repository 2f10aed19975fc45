import type { Prisma } from '#generated/prisma/client.ts'
import type { Tx } from '#lib/db/client.ts'
import { canonicalJson, type Json } from '#lib/shared/canonical-json.ts'

export interface NewBinding {
  revisionId: string
  basis: 'declared' | 'identified'
  rawDeclaration: Json | null
  textSha: string | null
  licenceId: string | null
  validFrom: Date
}

/** Sets what governs a revision on one basis, unless the newest binding on that basis says the same already. */
export async function bind(tx: Tx, binding: NewBinding, now: Date): Promise<void> {
  const newest = await tx.binding.findFirst({
    where: { revisionId: binding.revisionId, basis: binding.basis },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  })
  const says = (row: { rawDeclaration: unknown; textSha: string | null; licenceId: string | null }) =>
    canonicalJson([row.rawDeclaration ?? null, row.textSha, row.licenceId])
  if (newest && says(newest) === says(binding)) return
  const { rawDeclaration, ...rest } = binding
  await tx.binding.create({
    data: {
      ...rest,
      recordedAt: now,
      ...(rawDeclaration === null ? {} : { rawDeclaration: rawDeclaration as Prisma.InputJsonValue }),
    },
  })
}
