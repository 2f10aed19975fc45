import { createHash } from 'node:crypto'
import type { Prisma } from '#generated/prisma/client.ts'
import type { Actor } from '#lib/auth/actor.ts'
import type { Tx } from '#lib/db/client.ts'
import { canonicalJson } from '#lib/shared/canonical-json.ts'
import type { Clock } from '#lib/shared/clock.ts'
import type { AuditAction } from './vocabulary.ts'

type JsonObject = { [key: string]: JsonValue }
type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject

export interface AuditEntry {
  action: AuditAction
  object: { kind: string; id: string }
  teamId?: string | null
  /** Model name and revision concerned, such as `Qwen/Qwen3-8B@b968826d…` (OWASP AISVS C3.2.6). */
  modelRef?: string | null
  before?: JsonObject | null
  after?: JsonObject | null
}

/** Puts events on record, in the caller's transaction: either the act and its record exist, or neither does. */
export async function record(tx: Tx, by: { actor: Actor; clock: Clock }, ...entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const at = by.clock.now()
  await tx.auditEvent.createMany({ data: entries.map((entry) => auditRow(entry, by.actor, at)) })
}

function auditRow(entry: AuditEntry, actor: Actor, at: Date): Prisma.AuditEventCreateManyInput {
  const fields = {
    at: at.toISOString(),
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    action: entry.action,
    object: entry.object,
    teamId: entry.teamId ?? null,
    modelRef: entry.modelRef ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
  }
  const canonical = Buffer.from(canonicalJson(fields))
  return {
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    action: entry.action,
    objectKind: entry.object.kind,
    objectId: entry.object.id,
    teamId: fields.teamId,
    modelRef: fields.modelRef,
    canonical,
    leafHash: createHash('sha256')
      .update(Buffer.from([0]))
      .update(canonical)
      .digest('hex'),
    ...(entry.before ? { before: entry.before } : {}),
    ...(entry.after ? { after: entry.after } : {}),
  }
}
