import { fileClock, systemClock } from '#lib/adapters/clock.ts'
import { createDocumentSource } from '#lib/adapters/documents/document-source.ts'
import { createHuggingFaceHub } from '#lib/adapters/huggingface/hub.ts'
import { openJobSender } from '#lib/adapters/job-queue.ts'
import { inProcessTextJudge } from '#lib/adapters/text-judge/in-process.ts'
import { threadedTextJudge } from '#lib/adapters/text-judge/threads.ts'

export { installJobQueue, openJobWorker } from '#lib/adapters/job-queue.ts'

import type { Actor } from '#lib/auth/actor.ts'
import { connect, type Db } from '#lib/db/client.ts'
import { tryLock } from '#lib/db/lock.ts'
import { type Environment, readEnvironment } from '#lib/environment.ts'
import type { LicencesCtx } from '#lib/licences/licences-ctx.ts'
import type { TextJudge } from '#lib/licences/text-judge.ts'
import type { Clock } from '#lib/shared/clock.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'

/** The widest context: every port any use case asks for. */
export type AppCtx = UpstreamCtx & LicencesCtx

/** One process's connections. Built once; doors ask it for a context per actor. */
export interface Runtime {
  environment: Environment
  databaseUrl: string
  db: Db
  clock: Clock
  textJudge: TextJudge
  ctxFor(actor: Actor): AppCtx
  close(): Promise<void>
}

/** Builds a runtime on a database. Nothing connects until the first use. */
export function openRuntime(
  databaseUrl: string,
  environment: Environment,
  options: { poolSize?: number; textJudge?: TextJudge } = {},
): Runtime {
  const db = connect(databaseUrl, options.poolSize === undefined ? {} : { poolSize: options.poolSize })
  const clock = environment.testClock === null ? systemClock : fileClock(environment.testClock)
  const hub = createHuggingFaceHub({
    endpoint: environment.hubEndpoint,
    clock,
    ...(environment.hubToken === null ? {} : { token: environment.hubToken }),
  })
  const documents = createDocumentSource()
  const jobs = openJobSender(databaseUrl)
  const textJudge = options.textJudge ?? inProcessTextJudge()
  return {
    environment,
    databaseUrl,
    db,
    clock,
    textJudge,
    ctxFor: (actor) => ({
      actor,
      db,
      clock,
      hub,
      textJudge,
      documents,
      hubEndpoint: environment.hubEndpoint,
      lookIntervalSeconds: environment.lookIntervalSeconds,
      transaction: (work) => db.$transaction(work),
      tryLock: (name) => tryLock(databaseUrl, name),
      enqueue: (tx, job) => jobs.enqueue(tx, job),
    }),
    async close() {
      await textJudge.close()
      await jobs.stop()
      await db.$disconnect()
    },
  }
}

/** An automation of ours, as the audit log names it. */
export function automation(name: string): Actor {
  return { kind: 'automation', id: null, name, role: 'administrator', teamIds: [] }
}

/** Whoever sits at the host's shell: able to read the data folder, so an administrator. */
export function operator(name: string): Actor {
  return { kind: 'operator', id: null, name, role: 'administrator', teamIds: [] }
}

declare global {
  var __weighbridge: Runtime | undefined
}

/** The web process's runtime. Kept on `globalThis`: a Next server loads modules more than once. */
export function webRuntime(): Runtime {
  if (!globalThis.__weighbridge) {
    const environment = readEnvironment(process.env)
    if (environment.databaseUrl === null)
      throw new Error('DATABASE_URL: the web process is started by npm start, which names the database.')
    globalThis.__weighbridge = openRuntime(environment.databaseUrl, environment, {
      poolSize: 10,
      // What others wrote is read beside the event loop that serves everybody.
      textJudge: threadedTextJudge(),
    })
  }
  return globalThis.__weighbridge
}
