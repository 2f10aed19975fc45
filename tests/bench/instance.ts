import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTeam } from '#lib/auth/commands/people.ts'
import { setUpUnattended } from '#lib/auth/commands/set-up.ts'
import { signIn } from '#lib/auth/commands/sign-in.ts'
import { createToken } from '#lib/auth/commands/tokens.ts'
import { startEmbeddedPostgres } from '#lib/db/embedded/launcher.ts'
import { migrate } from '#lib/db/migrate.ts'
import { readEnvironment } from '#lib/environment.ts'
import { automation, openRuntime, operator } from '#lib/wiring.ts'
import { prepare } from '#lib/worker/prepare.ts'
import { freePort, startWeb, untilReady } from '../../scripts/instance/web.ts'

export interface BenchInstance {
  url: string
  databaseUrl: string
  token: string
  cookie: string
  stop(): Promise<void>
}

const PERSON = { name: 'Bench', email: 'bench@example.com', password: 'a sentence for measuring' }

/** A served instance on a database of its own, with an administrator, a token and a signed-in browser's cookie. Needs a build. */
export async function startInstance(): Promise<BenchInstance> {
  const dataDir = await mkdtemp(join(tmpdir(), 'weighbridge-bench-'))
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  process.env.WEIGHBRIDGE_URL = url
  await migrate(server.url)
  await prepare({ databaseUrl: server.url })
  const runtime = openRuntime(server.url, readEnvironment(process.env), { poolSize: 2 })
  const ctx = runtime.ctxFor(automation('bench'))
  await setUpUnattended(ctx, PERSON)
  await createTeam(ctx, { slug: 'bench', name: 'Bench' })
  const session = await signIn(ctx, PERSON, { address: '127.0.0.1', userAgent: 'bench' })
  const { token } = await createToken(runtime.ctxFor(operator('bench')), {
    name: 'bench',
    scope: 'admin',
    expiresInDays: 1,
  })
  await runtime.close()
  if (!session.ok) throw new Error('The bench could not sign in.')

  const web = startWeb({
    mode: 'start',
    host: '127.0.0.1',
    port,
    env: { ...process.env, DATABASE_URL: server.url, NODE_ENV: 'production' },
  })
  await untilReady(web, { host: '127.0.0.1', port })
  return {
    url,
    databaseUrl: server.url,
    token,
    cookie: `weighbridge=${session.value.token}`,
    async stop() {
      await web.stop(2000)
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
