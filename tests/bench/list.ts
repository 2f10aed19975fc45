import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { startChild } from '../../scripts/instance/child.ts'
import { freePort } from '../../scripts/instance/web.ts'
import { type BenchInstance, startInstance } from './instance.ts'
import { fillRegister } from './many-deployments.ts'
import { line, median, timesOf } from './measure.ts'

const RUNS = 40

/** The SQL behind the first page of the list, as a person would write it. */
const ROWS_SQL = 'select * from deployment_current where is_retired = false order by name, deployment_id limit 51'
const TOTAL_SQL = 'select count(*) from deployment_current where is_retired = false'

/** The deployment list at 1,000 and 100,000 deployments: rows, `total` and page apart, each beside its bound. */
export async function run(): Promise<void> {
  const bare = await startBarePage()
  const instance = await startInstance()
  try {
    const small = await measure(instance, bare.url, 1_000)
    const large = await measure(instance, bare.url, 100_000)
    console.log(`\nGrowth from 1,000 to 100,000 deployments (aim: at most 1.5 without total)`)
    console.log(
      `  API rows ${(large.rows / small.rows).toFixed(2)} ×   API rows and total ${(large.withTotal / small.withTotal).toFixed(2)} ×   page ${(large.page / small.page).toFixed(2)} ×`,
    )
  } finally {
    await instance.stop()
    await bare.stop()
  }
}

async function measure(
  instance: BenchInstance,
  bareUrl: string,
  count: number,
): Promise<{ rows: number; withTotal: number; page: number }> {
  await fillRegister(instance.databaseUrl, count)
  const sql = new Client({ connectionString: instance.databaseUrl })
  await sql.connect()
  const api = (query: string) =>
    get(`${instance.url}/api/v1/deployments?${query}`, { authorization: `Bearer ${instance.token}` })
  const page = () => get(`${instance.url}/deployments`, { cookie: instance.cookie })
  for (const warm of [() => api('limit=50'), page, () => get(bareUrl, {})]) await timesOf(5, warm)

  const floor = median(await timesOf(RUNS, () => get(`${instance.url}/api/health`, {})))
  const sqlRows = median(await timesOf(RUNS, () => sql.query(ROWS_SQL)))
  const sqlTotal = median(await timesOf(RUNS, () => sql.query(TOTAL_SQL)))
  const rows = median(await timesOf(RUNS, () => api('limit=50&sort=name&total=false')))
  const withTotal = median(await timesOf(RUNS, () => api('limit=50&sort=name')))
  const barePage = median(await timesOf(RUNS, () => get(bareUrl, {})))
  const wholePage = median(await timesOf(RUNS, page))
  await sql.end()

  console.log(`\n${count.toLocaleString('en')} deployments (medians of ${RUNS})`)
  console.log(line('  a handler that asks nothing (/api/health)', floor))
  console.log(line('  rows, SQL alone', sqlRows))
  console.log(
    line('  rows, API', rows, {
      label: 'SQL',
      ms: sqlRows,
      aim: `at most 3 ms + 3 × (${(3 + 3 * sqlRows).toFixed(1)} ms)`,
    }),
  )
  console.log(line('  total, SQL alone', sqlTotal))
  console.log(
    line('  rows and total, API', withTotal, {
      label: 'both SQL',
      ms: sqlRows + sqlTotal,
      aim: `at most 3 ms + 3 × (${(3 + 3 * (sqlRows + sqlTotal)).toFixed(1)} ms)`,
    }),
  )
  console.log(line('  page, bare React, 50 rows', barePage))
  console.log(line('  page /deployments', wholePage, { label: 'bare page', ms: barePage, aim: 'at most 1.5 ×' }))
  return { rows, withTotal, page: wholePage }
}

async function get(url: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { headers, redirect: 'error' })
  await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
}

/** Builds and serves the bare page the product's page is measured against. */
async function startBarePage(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = fileURLToPath(new URL('./bare', import.meta.url))
  const next = 'node_modules/next/dist/bin/next'
  const build = startChild({
    name: 'bare page build',
    args: [next, 'build', folder],
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const how = await build.ended
  if (how !== 'exit code 0') throw new Error(`The bare page was not built (${how}).\n${build.said()}`)
  const port = await freePort()
  const web = startChild({
    name: 'bare page',
    args: [next, 'start', folder, '--port', String(port), '--hostname', '127.0.0.1'],
    env: { NODE_ENV: 'production' },
  })
  const url = `http://127.0.0.1:${port}/`
  for (let tries = 0; tries < 200; tries++) {
    if ((await fetch(url).catch(() => null))?.ok) return { url, stop: () => web.stop(2000) }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The bare page did not answer.\n${web.said()}`)
}
