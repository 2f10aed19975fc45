import { AlreadyRunning } from './database.ts'

export interface Running {
  /** Resolves with the reason when somebody wants us to stop. */
  told: Promise<string>
  /** Registers how to stop what was just started; the last started is stopped first. */
  onStop(stop: () => Promise<void>): void
}

/**
 * Runs the work until we are told to stop (exit 0), or it returns or throws what went wrong (exit 3; 1 when another
 * instance has the data folder). Whatever was started is stopped, also when starting failed half-way.
 */
export async function runUntilStopped(work: (running: Running) => Promise<string>): Promise<never> {
  const told = untilToldToStop()
  const stops: (() => Promise<void>)[] = []
  const outcome = await Promise.race([
    told.then(() => null),
    work({ told, onStop: (stop) => stops.push(stop) }).catch((error: unknown) => asError(error)),
  ])
  console.error(outcome === null ? '\n  Stopping.' : `\n  ${outcome instanceof Error ? outcome.message : outcome}`)
  for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) {
    await stop().catch((error: unknown) => console.error(asError(error).message))
  }
  process.exit(outcome === null ? 0 : outcome instanceof AlreadyRunning ? 1 : 3)
}

/** Resolves on a signal, or when the process that started us is gone. */
function untilToldToStop(): Promise<string> {
  return new Promise((resolve) => {
    // Later signals are heard and ignored: stopping is under way and takes a second.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
    process.on('disconnect', () => resolve('the process that started us is gone'))
  })
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
