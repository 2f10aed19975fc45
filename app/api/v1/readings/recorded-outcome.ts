import { z } from 'zod'

/** An outcome worth keeping under an Idempotency-Key: one that changed something. */
export function recordedOutcome<T extends z.ZodType>(value: T) {
  return z.object({ ok: z.literal(true), value })
}
