import { type LookWork, PATIENCE_MS, secondsLeft } from '#lib/upstream/look-work.ts'

/** What is being done about a source, as the page that watches it is told. */
export interface LookView {
  state: LookWork['state']
  phase: string | null
  done: number
  /** Null while the list is still being read. */
  total: number | null
  /** Since when, in seconds before the answer. */
  seconds: number
  secondsLeft: number | null
  /** A worker would long have taken it up. */
  isUnattended: boolean
}

/** Shapes what is on record for the page that watches. */
export function lookView(work: LookWork, now: Date): LookView {
  const since = work.state === 'idle' ? now : work.since
  const milliseconds = Math.max(0, now.getTime() - since.getTime())
  const isLook = work.state === 'running' || work.state === 'abandoned'
  return {
    state: work.state,
    phase: isLook ? work.phase : null,
    done: isLook ? work.done : 0,
    total: isLook ? work.total : null,
    seconds: Math.floor(milliseconds / 1000),
    secondsLeft: secondsLeft(work, now),
    isUnattended: work.state === 'waiting' && milliseconds > PATIENCE_MS,
  }
}
