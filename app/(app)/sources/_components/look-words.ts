import type { LookView } from './look-view.ts'

const PHASES: Readonly<Record<string, string>> = {
  listing: 'Reading the list',
  reading: 'Reading what moved',
  missing: 'Asking for what the list no longer names',
}

function span(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

/** What is being done, in a few words that change only when it does. */
export function stateText({ state, phase, isUnattended }: LookView): string {
  switch (state) {
    case 'idle':
      return 'No look is under way.'
    case 'waiting':
      return isUnattended
        ? 'Nobody has taken this look up. Looks are made by the worker that runs beside the web server: it is not running, or still busy. The request is kept.'
        : 'Asked for; the worker takes it up within seconds.'
    case 'running':
      return PHASES[phase ?? ''] ?? 'Looking'
    case 'abandoned':
      return 'The process that looked ended before it was done. What it saved stands; the next look goes on from there.'
  }
}

/** How far it is and how long it still takes, as far as that can be told. */
export function progressText({ state, done, total, seconds, secondsLeft }: LookView): string {
  if (state === 'waiting') return `for ${span(seconds)}`
  if (state !== 'running') return ''
  const figure =
    total === null
      ? `${done.toLocaleString('en')} so far`
      : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
  return secondsLeft === null ? `${figure}, for ${span(seconds)}` : `${figure}, about ${span(secondsLeft)} left`
}
