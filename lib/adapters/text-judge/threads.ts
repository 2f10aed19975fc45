import { resolve } from 'node:path'
import { Piscina } from 'piscina'
import type { TextJudge } from '#lib/licences/text-judge.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import { keptComparisons } from './kept-comparisons.ts'
import type { clauses, compare, exportComparison, identify } from './thread.ts'

/** Read by Node as it stands, whichever way the process that asks was built; every process of ours starts at the root. */
const THREAD = 'lib/adapters/text-judge/thread.ts'

const DEFAULTS = {
  /** A judgement that takes longer is refused, its thread ended. Long enough for a thread's first, which loads the references. */
  limitMs: 20_000,
  /** Judgements under way or waiting beyond which another one is refused at once. */
  maxWaiting: 100,
  threads: 2,
}

type Options = Partial<typeof DEFAULTS>

/** Judges texts in a few threads, which start with the first text and end when idle, and with the process. */
export function threadedTextJudge(options: Options = {}): TextJudge {
  const settings = { ...DEFAULTS, ...options }
  let pool: Piscina | undefined
  const start = () => {
    pool ??= new Piscina({
      filename: resolve(THREAD),
      minThreads: 0,
      maxThreads: settings.threads,
      idleTimeout: 60_000,
      // What the process was started with is not for a thread: among it is what ends a child with its parent.
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    return pool
  }
  let asked = 0
  async function run<T>(name: string, task: unknown): Promise<Outcome<T>> {
    if (asked >= settings.maxWaiting) return refused(BUSY)
    asked++
    const limit = AbortSignal.timeout(settings.limitMs)
    try {
      const value: T = await start().run(task, { name, signal: limit })
      return ok(value)
    } catch (error) {
      if (limit.aborted) return refused(tooLong(settings.limitMs))
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        return refused(TOO_MUCH)
      throw error
    } finally {
      asked--
    }
  }
  return keptComparisons({
    async identify(bytesOrText) {
      const outcome = await run<Awaited<ReturnType<typeof identify>>>('identify', bytesOrText)
      return outcome.ok ? outcome.value : outcome
    },
    clauses: (text) => run<ReturnType<typeof clauses>>('clauses', text),
    compare: (before, after, known) => run<ReturnType<typeof compare>>('compare', { before, after, known }),
    exportComparison: (texts, format) =>
      run<Awaited<ReturnType<typeof exportComparison>> & Uint8Array>('exportComparison', { texts, format }),
    async close() {
      await pool?.destroy()
      pool = undefined
    },
  })
}

function tooLong(limitMs: number): Refusal {
  return {
    field: '',
    rule: 'text.time_limit',
    message: `Judging the text took longer than ${(limitMs / 1_000).toLocaleString('en')} s and was given up.`,
    remedy: 'Read the text itself. If it is short, try again when less is going on.',
  }
}

const BUSY: Refusal = {
  field: '',
  rule: 'text.busy',
  message: 'Too many texts are waiting to be judged.',
  remedy: 'Try again in a minute.',
}

const TOO_MUCH: Refusal = {
  field: '',
  rule: 'text.memory_limit',
  message: 'Judging the text took more memory than one text may take and was given up.',
  remedy: 'Read the text itself.',
}
