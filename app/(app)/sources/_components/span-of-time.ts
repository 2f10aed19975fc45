const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
]

/** A stretch of time as people say it: `1 hour`, `90 minutes`. */
export function spanOfTime(seconds: number): string {
  const [size, name] = UNITS.find(([unit]) => seconds >= unit && seconds % unit === 0) ?? [1, 'second']
  const count = seconds / size
  return `${count.toLocaleString('en')} ${name}${count === 1 ? '' : 's'}`
}

/** How long a doubtful change waits, as people say it. */
export function waitingTime(seconds: number): string {
  return seconds === 0 ? 'until the very next look' : `at least ${spanOfTime(seconds)}`
}
