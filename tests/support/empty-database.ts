import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { withDatabase } from './database-names.ts'

/** Runs the work on a database without any tables, on the same server as `url`; it is gone afterwards. */
export async function withEmptyDatabase<T>(url: string, work: (emptyUrl: string) => Promise<T>): Promise<T> {
  const name = `empty_${randomBytes(6).toString('hex')}`
  await withClient(url, (client) => client.query(`create database "${name}" template template0`))
  try {
    return await work(withDatabase(url, name))
  } finally {
    await withClient(url, (client) => client.query(`drop database "${name}" with (force)`))
  }
}

/** Runs the work on one connection and closes it, whatever happens. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
