import type { Actor } from '#lib/auth/actor.ts'
import type { Db, Tx } from '#lib/db/client.ts'
import type { Release } from '#lib/db/lock.ts'
import type { Clock } from '#lib/shared/clock.ts'

/** Work for the background, written in the transaction that makes it necessary. */
export interface Job {
  queue: string
  data: { [key: string]: string | number | boolean | null }
  /** Of several waiting jobs with one key only the first is kept. */
  key?: string
}

/** What every use case is handed: who asks, the database, the time. A noun that needs a port widens this type. */
export interface Ctx {
  actor: Actor
  db: Db
  clock: Clock
  /** Runs the work in one database transaction; anything thrown undoes all of it. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Takes a lock of that name for the whole installation, or answers null when somebody holds it. */
  tryLock(name: string): Promise<Release | null>
  /** Queues a job; it exists exactly when the transaction commits. */
  enqueue(tx: Tx, job: Job): Promise<void>
}
