import { createHuggingFaceHub } from '#lib/adapters/huggingface/hub.ts'
import { createRateLimits } from '#lib/adapters/huggingface/rate-limits.ts'
import { connect } from '#lib/db/client.ts'
import { lookAtSource } from '#lib/upstream/commands/look.ts'
import { authCtx } from './builders-auth.ts'

// A process that does one look and nothing else, so that a test can kill it: node look-once.ts <database> <hub> <source>

const [url = '', endpoint = '', sourceId = ''] = process.argv.slice(2)
const db = connect(url, { poolSize: 2 })
const clock = { now: () => new Date(), advance: () => undefined }
const hub = createHuggingFaceHub({ endpoint, clock, limits: createRateLimits() })
const actor = { kind: 'automation', id: null, name: 'killed', role: 'administrator', teamIds: [] } as const
const ctx = {
  ...authCtx({ url, db }, clock, actor),
  enqueue: async () => undefined,
  hub,
  hubEndpoint: endpoint,
  lookIntervalSeconds: 3_600,
}
await lookAtSource(ctx, { sourceId, trigger: 'command', startedBy: 'killed' })
await db.$disconnect()
