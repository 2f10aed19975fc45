import { readFileSync, statSync } from 'node:fs'
import type { Clock } from '#lib/shared/clock.ts'

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that tests move: the file holds an instant, and time runs on from when the file was written. */
export function fileClock(path: string): Clock {
  return {
    now() {
      const writtenAt = statSync(path).mtimeMs
      return new Date(new Date(readFileSync(path, 'utf8').trim()).getTime() + (Date.now() - writtenAt))
    },
  }
}
