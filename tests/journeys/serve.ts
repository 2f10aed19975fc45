import { spawn } from 'node:child_process'
import { createWriteStream, rmSync, writeFileSync } from 'node:fs'
import { seedSample } from '../support/hub-double/sample.ts'
import { startHubDouble } from '../support/hub-double/server.ts'
import { JOURNEY } from './journey-settings.ts'

// The instance the journeys walk through: a production build on a fresh data folder, a hub double, a clock that tests move.

rmSync(JOURNEY.dataFolder, { recursive: true, force: true })
writeFileSync(JOURNEY.clock, JOURNEY.startsAt)
const hub = await startHubDouble({ port: JOURNEY.hubPort, seed: seedSample })

const output = createWriteStream(JOURNEY.output)
const instance = spawn(process.execPath, ['scripts/serve.ts'], {
  env: {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(JOURNEY.port),
    WEIGHBRIDGE_DATA: JOURNEY.dataFolder,
    WEIGHBRIDGE_URL: JOURNEY.url,
    HF_ENDPOINT: hub.url,
    WEIGHBRIDGE_TEST: '1',
    WEIGHBRIDGE_TEST_CLOCK: JOURNEY.clock,
    // Looks happen when a test asks for them, never in between.
    WEIGHBRIDGE_LOOK_INTERVAL: '604800',
  },
  stdio: ['ignore', 'pipe', 'pipe'],
})
instance.stdout.pipe(output)
instance.stderr.pipe(output)

const stop = (): void => {
  instance.kill('SIGTERM')
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
instance.on('exit', (code) => {
  void hub.close().then(() => process.exit(code ?? 0))
})
