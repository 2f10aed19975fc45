/** Prints one finished step: what, how it stands, how long it took. */
export function tell(label, detail, ms) {
  console.log(`  ${label.padEnd(16)} ${detail.padEnd(52)} ${(ms / 1000).toFixed(1)} s`)
}

/** Runs one step and prints its line; the work returns how things stand. */
export async function step(label, work) {
  const begun = performance.now()
  const isWatched = process.stdout.isTTY === true
  if (isWatched) process.stdout.write(`  ${label.padEnd(16)} …`)
  try {
    const detail = await work()
    if (isWatched) process.stdout.write('\r')
    tell(label, detail, performance.now() - begun)
  } catch (error) {
    if (isWatched) process.stdout.write('\n')
    throw error
  }
}
