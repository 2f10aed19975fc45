import type { Actor } from '#lib/auth/actor.ts'
import type { Db, Tx } from '#lib/db/client.ts'
import type { Clock } from '#lib/shared/clock.ts'

/** What every use case is handed: who asks, the database, the time. A noun that needs a port widens this type. */
export interface Ctx {
  actor: Actor
  db: Db
  clock: Clock
  /** Runs the work in one database transaction; anything thrown undoes all of it. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}
