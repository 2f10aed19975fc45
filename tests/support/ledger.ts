import { createToken } from '#lib/auth/commands/tokens.ts'
import type { Db } from '#lib/db/client.ts'
import { readEnvironment } from '#lib/environment.ts'
import { readText, recordText } from '#lib/licences/commands/record-text.ts'
import { openRuntime, operator } from '#lib/wiring.ts'
import type { TestClock } from './builders-auth.ts'
import { aCompany, type Company } from './builders-deployments.ts'

/** A company whose ledger is asked through the API by somebody who may read. */
export interface Ledger {
  company: Company
  /** The SHA-256 of the one Apache-2.0 text that was seen. */
  apache: string
  request(path: string, headers?: Record<string, string>): Request
  /** Keeps a text as a look would; answers its SHA-256. */
  hold(text: string): Promise<string>
  close(): Promise<void>
}

/** Opens the ledger of a company that has looked at its hub once. */
export async function openLedger(database: { url: string; db: Db }, clock: TestClock): Promise<Ledger> {
  const company = await aCompany(database, clock)
  const runtime = openRuntime(database.url, readEnvironment({ DATABASE_URL: database.url }), { poolSize: 2 })
  globalThis.__weighbridge = runtime
  const reader = runtime.ctxFor(operator('test'))
  const { token } = await createToken(reader, { name: 'reader', scope: 'read', expiresInDays: 1 })
  const seen = await database.db.identification.findFirstOrThrow({ where: { licenceId: 'Apache-2.0' } })
  return {
    company,
    apache: seen.textSha,
    request: (path, headers = {}) =>
      new Request(`http://127.0.0.1/api/v1/${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } }),
    async hold(text) {
      const read = await readText(Buffer.from(text))
      if (read === null) throw new Error('The text was refused.')
      await company.hub.ctx.transaction((tx) => recordText(tx, read, clock.now()))
      return read.sha256
    },
    async close() {
      await runtime.close()
      await company.hub.double.close()
    },
  }
}
