import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { type Faults, isFaultMode } from './faults.ts'
import { headOf } from './repository.ts'
import type { HubDouble } from './server.ts'

const name = z.object({ name: z.string() })
const when = { title: z.string().optional(), at: z.string().optional() }
const gated = z.union([z.literal(false), z.literal('auto'), z.literal('manual')])
const card = z.record(z.string(), z.unknown()).nullable()
const file = z.union([
  z.string(),
  z.object({ base64: z.string() }),
  z.object({ text: z.string(), lfs: z.literal(true) }),
  z.object({ size: z.number(), sha256: z.string().exactOptional(), seed: z.string().exactOptional() }),
  z.null(),
])
const files = z.record(z.string(), file)

const newRepository = name.extend({
  files: files.exactOptional(),
  card: card.exactOptional(),
  cardBody: z.string().exactOptional(),
  gated: gated.exactOptional(),
  isPrivate: z.boolean().exactOptional(),
  createdAt: z.string().exactOptional(),
  pipelineTag: z.string().nullable().exactOptional(),
  libraryName: z.string().nullable().exactOptional(),
  parameters: z.number().nullable().exactOptional(),
  title: z.string().exactOptional(),
})
const whenExactly = { title: z.string().exactOptional(), at: z.string().exactOptional() }
const fault = z.object({
  mode: z.string().refine(isFaultMode, 'is not a fault mode'),
  times: z.number().exactOptional(),
  after: z.number().exactOptional(),
  match: z.string().exactOptional(),
  retryAfter: z.number().exactOptional(),
  delayMs: z.number().exactOptional(),
})
const quota = z.object({
  bucket: z.enum(['api', 'resolvers']),
  quota: z.number().exactOptional(),
  remaining: z.number().exactOptional(),
  resetSeconds: z.number().exactOptional(),
})
const sizes = z.object({
  models: z.number().exactOptional(),
  tree: z.number().exactOptional(),
  commits: z.number().exactOptional(),
})

/** Runs one `/__double/…` request: GET `state` and `requests`, POST everything that changes something. */
export async function runControl(
  double: HubDouble,
  faults: Faults,
  request: IncomingMessage,
  command: string,
): Promise<{ status: number; value: unknown }> {
  try {
    if (request.method === 'GET') return read(double, faults, command)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    const run = COMMANDS[command]
    if (!run) return { status: 404, value: { error: `There is no command ${command}.` } }
    return { status: 200, value: { ok: true, ...run(double, text === '' ? {} : JSON.parse(text)) } }
  } catch (error) {
    return { status: 400, value: { error: error instanceof z.ZodError ? z.prettifyError(error) : String(error) } }
  }
}

type Command = (double: HubDouble, body: unknown) => Record<string, unknown> | undefined

const COMMANDS: Record<string, Command> = {
  addRepository({ org }, body) {
    const { name: newName, ...repository } = newRepository.parse(body)
    return { commit: headOf(org.addRepository(newName, repository)).id }
  },
  commit({ org }, body) {
    const change = name.extend({ files, ...when }).parse(body)
    return { commit: org.commit(change.name, { files: change.files }, change.title, change.at).id }
  },
  setCard({ org }, body) {
    const {
      name: of,
      card: data,
      ...options
    } = name.extend({ card, body: z.string().exactOptional(), ...whenExactly }).parse(body)
    return { commit: org.setCard(of, data, options).id }
  },
  emptyWeights({ org }, body) {
    const { name: of, ...options } = name.extend(whenExactly).parse(body)
    return { commit: org.emptyWeights(of, options).id }
  },
  squash({ org }, body) {
    const { name: of, ...options } = name.extend(whenExactly).parse(body)
    return { commit: org.squash(of, options).id }
  },
  setGated: done(({ org }, body) => {
    const asked = name.extend({ gated }).parse(body)
    org.setGated(asked.name, asked.gated)
  }),
  setPrivate: done(({ org }, body) => {
    const asked = name.extend({ isPrivate: z.boolean() }).parse(body)
    org.setPrivate(asked.name, asked.isPrivate)
  }),
  disable: done(({ org }, body) => {
    const asked = name.extend({ isDisabled: z.boolean().optional() }).parse(body)
    org.disable(asked.name, asked.isDisabled)
  }),
  move: done(({ org }, body) => {
    const asked = name.extend({ to: z.string() }).parse(body)
    org.move(asked.name, asked.to)
  }),
  remove: done(({ org }, body) => org.remove(name.parse(body).name)),
  restore: done(({ org }, body) => org.restore(name.parse(body).name)),
  fail: done((double, body) => {
    const { mode, ...options } = fault.parse(body)
    double.fail(mode, options)
  }),
  heal: done((double) => double.heal()),
  latency: done((double, body) => double.setLatency(z.object({ milliseconds: z.number() }).parse(body).milliseconds)),
  pageSizes: done((double, body) => double.setPageSizes(sizes.parse(body))),
  quota: done((double, body) => {
    const { bucket, ...setting } = quota.parse(body)
    double.setQuota(bucket, setting)
  }),
  clearRequests: done((double) => {
    double.requests.length = 0
  }),
  reset: done((double) => double.reset()),
}

function done(run: (double: HubDouble, body: unknown) => void): Command {
  return (double, body) => {
    run(double, body)
    return undefined
  }
}

function read(double: HubDouble, faults: Faults, what: string): { status: number; value: unknown } {
  if (what === 'requests') return { status: 200, value: double.requests }
  if (what !== 'state') return { status: 404, value: { error: `There is nothing to read at ${what}.` } }
  const repositories = double.org.repositories().map((repository) => ({
    name: repository.name,
    objectId: repository.objectId,
    commit: headOf(repository).id,
    commits: repository.commits.length,
    gated: repository.gated,
    isPrivate: repository.isPrivate,
    isDisabled: repository.isDisabled,
    isRemoved: repository.isRemoved,
    files: [...headOf(repository).files.keys()],
  }))
  return {
    status: 200,
    value: { isDouble: true, repositories, faults: faults.all(), requests: double.requests.length },
  }
}
