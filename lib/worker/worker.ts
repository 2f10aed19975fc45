import { indexClauses } from '#lib/licences/commands/index-clauses.ts'
import { followRecogniser } from '#lib/upstream/commands/follow-recogniser.ts'
import { type AppCtx, automation, openJobWorker, type Runtime } from '#lib/wiring.ts'
import { JOB_HANDLERS, type JobHandler } from './job-handlers.ts'
import { queueDueWork } from './queue-due-work.ts'

export interface RunningWorker {
  /** Takes no more jobs, gives those under way the grace time, and lets go of everything. */
  stop(graceMs: number): Promise<void>
}

const POLL_SECONDS = 1
const DUE_EVERY_MS = 60_000
/** Sources looked at side by side, so that a slow hub keeps no other source waiting. */
const LOOKS_AT_ONCE = 2

/** Starts working on the queues of a runtime's database, and keeps the schedules. */
export async function startWorker(runtime: Runtime, log: (line: string) => void): Promise<RunningWorker> {
  const ctx = runtime.ctxFor(automation('worker'))
  const boss = await openJobWorker(runtime.databaseUrl, (error) => log(`queue: ${oneLine(error)}`))
  for (const [queue, handler] of Object.entries(JOB_HANDLERS)) {
    const options = { pollingIntervalSeconds: POLL_SECONDS, localConcurrency: queue === 'look' ? LOOKS_AT_ONCE : 1 }
    await boss.work(queue, options, async (jobs) => {
      for (const { data, signal } of jobs) await runJob(ctx, { queue, handler, data, signal }, log)
    })
  }
  // An instance that was down at the hour publishes when it is up again.
  await boss.schedule('publish-report', runtime.environment.reportSchedule, {}, { tz: 'UTC', missed: 'once' })
  const catchingUp = catchUp(ctx, log)
  const timer = everyMinute((isFirst) => queueDueWork(ctx, { isResuming: isFirst }), log)
  return {
    async stop(graceMs) {
      await timer.stop()
      await catchingUp
      await boss.stop({ graceful: true, timeout: graceMs })
    },
  }
}

/** Brings what a newer version judges or splits otherwise up to date, one after the other; a failure is told and left to the next start. */
async function catchUp(ctx: AppCtx, log: (line: string) => void): Promise<void> {
  try {
    const { judged, changed, models } = await followRecogniser(ctx)
    if (judged > 0 || models > 0) log(`texts: ${judged} judged anew, ${changed} otherwise, ${models} models follow`)
    const { texts } = await indexClauses(ctx)
    if (texts > 0) log(`clauses: ${texts} texts made searchable`)
  } catch (error) {
    log(`catching up: ${oneLine(error)}`)
  }
}

interface JobRun {
  queue: string
  handler: JobHandler
  data: unknown
  signal: AbortSignal
}

/** One job's failure is told and left to the queue, which tries again; the worker goes on. */
async function runJob(
  ctx: AppCtx,
  { queue, handler, data, signal }: JobRun,
  log: (line: string) => void,
): Promise<void> {
  try {
    const said = await handler(ctx, data, signal)
    if (said !== null) log(`${queue}: ${said}`)
  } catch (error) {
    log(`${queue} failed: ${oneLine(error)}`)
    throw error
  }
}

/** Does the work now and then every minute, one round at a time. */
function everyMinute(
  work: (isFirst: boolean) => Promise<unknown>,
  log: (line: string) => void,
): { stop(): Promise<void> } {
  let round: Promise<unknown> | null = null
  const start = (isFirst: boolean) => {
    round ??= work(isFirst)
      .catch((error: unknown) => log(`due work: ${oneLine(error)}`))
      .finally(() => {
        round = null
      })
  }
  start(true)
  const timer = setInterval(() => start(false), DUE_EVERY_MS)
  return {
    async stop() {
      clearInterval(timer)
      await round
    },
  }
}

function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/\s+/g, ' ').trim().slice(0, 500)
}
