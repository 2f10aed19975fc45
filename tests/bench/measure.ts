/** Milliseconds of each run, sorted. */
export async function timesOf(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times.sort((a, b) => a - b)
}

/** The middle of some times. */
export function median(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)] ?? Number.NaN
}

/** One printed line: a figure, its bound, and their ratio. */
export function line(label: string, ms: number, bound?: { label: string; ms: number; aim: string }): string {
  const figure = `${label.padEnd(46)} ${ms.toFixed(1).padStart(9)} ms`
  if (!bound) return figure
  return `${figure}   ${(ms / bound.ms).toFixed(2).padStart(6)} × ${bound.label} (${bound.ms.toFixed(1)} ms); aim: ${bound.aim}`
}
