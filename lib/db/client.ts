import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#generated/prisma/client.ts'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient
/** Either: a query runs alone or inside somebody's transaction. */
export type Queryable = Db | Tx

/** Opens a client on a PostgreSQL URL; connects lazily, so nothing touches the database until the first query. */
export function connect(databaseUrl: string, options: { poolSize?: number } = {}): Db {
  const adapter = new PrismaPg({ connectionString: databaseUrl, max: options.poolSize ?? 10 })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 60_000 } })
}
