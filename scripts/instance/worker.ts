import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from './child.ts'

export interface KeptWorker {
  stop(): Promise<void>
}

/** Keeps one worker running: one that ends is started again, ever more slowly, and the pages go on meanwhile. */
export function keepWorker(env: Record<string, string | undefined>): KeptWorker {
  let isStopping = false
  let current: Child | null = null
  const halt = new AbortController()

  const kept = (async () => {
    for (let failures = 0; !isStopping; ) {
      const begun = Date.now()
      current = startChild({ name: 'worker', args: ['lib/worker/main.ts'], env })
      current.speakUp()
      const how = await current.ended
      if (isStopping) return
      failures = Date.now() - begun > 60_000 ? 1 : failures + 1
      const pause = Math.min(60, 2 ** (failures - 1))
      console.error(`  The worker ended (${how}); starting it again in ${pause} s.`)
      await sleep(pause * 1_000, undefined, { signal: halt.signal }).catch(() => undefined)
    }
  })()

  return {
    stop: async () => {
      isStopping = true
      halt.abort()
      // A job under way has this long to come to a point from which it resumes.
      await current?.stop(8_000)
      await kept
    },
  }
}
