import { parseArgs } from 'node:util'
import { seedSample } from './sample.ts'
import { startHubDouble } from './server.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })

const double = await startHubDouble({ port: Number(values.port), seed: seedSample })
console.log(`Hub double (not a real hub) with ${double.org.repositories().length} sample repositories: ${double.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void double.close().then(() => process.exit(0))
  })
}
