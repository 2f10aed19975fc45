import { fromPrisma, PgBoss } from 'pg-boss'
import type { Job } from '#lib/ctx.ts'
import type { Tx } from '#lib/db/client.ts'

/** The queues there are, and how each behaves. All handlers are idempotent: a job may run twice. */
export const QUEUES = {
  /** Looks at one source. One at a time per source; the schedule asks again anyway, so little is retried. */
  look: { policy: 'short', retryLimit: 1, retryDelay: 60, expireInSeconds: 3600 },
  /** Judges what was touched. */
  judge: { policy: 'short', retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 1800 },
  /** Publishes the report of a finished week. */
  'publish-report': { policy: 'short', retryLimit: 10, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
} as const

export type QueueName = keyof typeof QUEUES

/** Creates the queue's own tables, as the database's owner; the running processes then need no such right. */
export async function installJobQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false })
  await boss.start()
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** A queue client that only sends. */
export function openJobSender(databaseUrl: string): {
  enqueue(tx: Tx, job: Job): Promise<void>
  stop(): Promise<void>
} {
  let starting: Promise<PgBoss> | undefined
  const boss = (): Promise<PgBoss> => {
    starting ??= new PgBoss({
      connectionString: databaseUrl,
      max: 2,
      supervise: false,
      schedule: false,
      migrate: false,
    }).start()
    return starting
  }
  return {
    async enqueue(tx, job) {
      const options = job.key === undefined ? {} : { singletonKey: job.key }
      await (await boss()).send(job.queue, job.data, { ...options, db: fromPrisma(tx) })
    },
    async stop() {
      if (starting) await (await starting).stop({ graceful: false })
    },
  }
}

/** A queue client that works and keeps the schedules. */
export async function openJobWorker(databaseUrl: string, onError: (error: Error) => void): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 4, migrate: false })
  boss.on('error', onError)
  await boss.start()
  return boss
}
