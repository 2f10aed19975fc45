import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, type Db } from '#lib/db/client.ts'
import { TEMPLATE, withDatabase } from './database-names.ts'

export interface TestDatabase {
  /** URL as the owner. */
  readonly url: string
  readonly db: Db
}

/**
 * Gives a test file, or a `describe`, a migrated database of its own, and drops it afterwards. What it returns may be
 * read from the first `beforeAll` after this call on.
 */
export function useDatabase(): TestDatabase {
  const adminUrl = inject('adminUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  const url = withDatabase(adminUrl, name)
  let db: Db | undefined

  beforeAll(async () => {
    await asAdmin(adminUrl, `create database ${name} template ${TEMPLATE}`)
    db = connect(url, { poolSize: 4 })
  })
  afterAll(async () => {
    await db?.$disconnect()
    await asAdmin(adminUrl, `drop database if exists ${name} with (force)`)
  })

  return {
    url,
    get db() {
      if (db === undefined) throw new Error('The test database exists from the first beforeAll on.')
      return db
    },
  }
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(sql)
  } finally {
    await admin.end()
  }
}
