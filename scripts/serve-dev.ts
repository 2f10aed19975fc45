import { readEnvironment } from '#lib/environment.ts'
import { startChild } from './instance/child.ts'
import { openDatabase } from './instance/database.ts'
import { runUntilStopped } from './instance/run-until-stopped.ts'
import { freePort, startWeb, untilReady, waitForPort } from './instance/web.ts'
import { keepWorker } from './instance/worker.ts'
import { step } from './lib/progress.mjs'

// The development instance. Nothing in it is real: the hub is a double and the organisation a sample, in a database of
// their own. It needs no network.

const hubPort = await freePort()
process.env.HF_ENDPOINT = `http://127.0.0.1:${hubPort}`
const { host, port, publicUrl, dataFolder } = readEnvironment(process.env)

await runUntilStopped(async ({ told, onStop }) => {
  await waitForPort(host, port)
  const hub = startChild({
    name: 'hub double',
    args: ['tests/support/hub-double/main.ts', '--port', String(hubPort)],
    env: {},
  })
  hub.speakUp()
  onStop(() => hub.stop(1_000))

  const opening = openDatabase({ databaseUrl: null, dataDir: dataFolder, address: publicUrl })
  onStop(async () => (await opening.catch(() => null))?.stop())
  const database = await opening
  const sample = { link: '' }
  await step('Sample', async () => {
    const { loadSampleOrganisation } = await import('#lib/worker/sample-organisation.ts')
    const loaded = await loadSampleOrganisation({ databaseUrl: database.ownerUrl })
    sample.link = loaded.signInLink
    return 'a sample organisation, not a real one'
  })

  const env = { ...process.env, DATABASE_URL: database.url }
  const worker = keepWorker(env)
  onStop(() => worker.stop())
  const web = startWeb({ mode: 'dev', host, port, env: { ...env, NODE_ENV: 'development' } })
  onStop(() => web.stop(3_000))
  await step('Web server', async () => {
    await Promise.race([untilReady(web, { host, port }), told])
    return 'ready, in development mode'
  })
  console.log(`\n  Weighbridge, in development, is at ${publicUrl}`)
  console.log(`  Sign in as its administrator, once, at ${sample.link}`)
  console.log('  The hub is a double and the organisation is a sample: nothing shown there is real.\n')
  return Promise.race([web.ended.then((how) => `The web server ended (${how}).`), database.lost.then(String)])
})
