import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from './child.ts'

export interface WebOptions {
  mode: 'start' | 'dev'
  host: string
  port: number
  env: Record<string, string | undefined>
}

/** Starts the web server; quiet until ready, when what it says is passed through. */
export function startWeb({ mode, host, port, env }: WebOptions): Child {
  return startChild({
    name: 'web server',
    args: ['node_modules/next/dist/bin/next', mode, '--port', String(port), '--hostname', host],
    env,
  })
}

/** Waits until the web server says it is ready; throws with what it said when it ends or takes too long. */
export async function untilReady(web: Child, { host, port }: { host: string; port: number }): Promise<void> {
  let isOver = false
  void web.ended.then(() => {
    isOver = true
  })
  const url = `${addressToAsk(host, port)}/api/ready`
  const deadline = Date.now() + 120_000
  let state = 'did not answer'
  while (!isOver && Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => null)
    if (answer?.ok) return web.speakUp()
    if (answer !== null) state = `answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`
    await sleep(40)
  }
  const how = isOver
    ? `ended before it was ready (${await web.ended})`
    : `was not ready within two minutes: ${url} ${state}`
  throw new Error(`The web server ${how}.\n${web.said()}`)
}

/** Waits a moment for a port that a killed run is about to give up; throws when somebody else keeps it. */
export async function waitForPort(host: string, port: number): Promise<void> {
  const deadline = Date.now() + 4_000
  for (;;) {
    const problem = await tryPort(host, port)
    if (problem === null) return
    if (Date.now() > deadline || problem !== 'EADDRINUSE') {
      throw new Error(
        problem === 'EADDRINUSE'
          ? `Port ${port} on ${host} is taken by another program. Set PORT to a free one.`
          : `Cannot listen on ${host}, port ${port} (${problem}). Set HOST and PORT to what this machine has.`,
      )
    }
    await sleep(100)
  }
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

function tryPort(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}

function addressToAsk(host: string, port: number): string {
  const local = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${local.includes(':') ? `[${local}]` : local}:${port}`
}
