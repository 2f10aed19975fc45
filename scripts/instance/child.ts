import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Child {
  name: string
  /** Resolves with how it ended. */
  ended: Promise<string>
  /** What it said so far, while it was kept quiet. */
  said(): string
  /** From now on what it says is passed through. */
  speakUp(): void
  /** Asks it to end, insists after the grace time, and returns when it has. */
  stop(graceMs: number): Promise<void>
}

export interface ChildOptions {
  name: string
  args: string[]
  env: Record<string, string | undefined>
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const END_WITH_PARENT = new URL('../lib/end-with-parent.mjs', import.meta.url).href

/**
 * Starts a Node program that ends when we do. It stands in a process group of its own, so that Ctrl-C reaches only us
 * and things stop in order; should we be killed, the closing channel ends it.
 */
export function startChild({ name, args, env }: ChildOptions): Child {
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let kept = ''
  let isQuiet = true
  child.stdout?.on('data', (chunk: Buffer) => pass(chunk, process.stdout))
  child.stderr?.on('data', (chunk: Buffer) => pass(chunk, process.stderr))
  function pass(chunk: Buffer, to: NodeJS.WriteStream): void {
    if (isQuiet) kept = `${kept}${chunk}`.slice(-20_000)
    else to.write(chunk)
  }
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    // Not 'close': it never comes once we have closed the channel. What was said last arrives within a moment.
    child.on('exit', (code, signal) => setTimeout(resolve, 50, signal ?? `exit code ${code}`))
  })
  return {
    name,
    ended,
    said: () => kept.trim(),
    speakUp: () => {
      isQuiet = false
    },
    stop: (graceMs) => stop(child, ended, graceMs),
  }
}

async function stop(child: ChildProcess, ended: Promise<string>, graceMs: number): Promise<void> {
  if (child.connected) child.disconnect()
  const insist = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await ended
  clearTimeout(insist)
}
