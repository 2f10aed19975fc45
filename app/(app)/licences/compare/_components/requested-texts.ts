import { z } from 'zod'
import { findTextByPrefix } from '#lib/licences/queries/compared-texts.ts'
import { findModelAt, type ModelAt } from '#lib/licences/queries/governing-binding.ts'
import type { AppCtx } from '#lib/wiring.ts'

type Asked = Readonly<Record<string, string | string[] | undefined>>

/** What an address asks to compare, resolved to hashes as far as that could be done. */
export interface RequestedTexts {
  from: string | null
  to: string | null
  /** The bindings both sides were taken from, where models were named. */
  sides: ModelAt[]
  /** What could not be found, as sentences. */
  problems: string[]
  /** The address names a text by less than its whole hash. */
  isAbbreviated: boolean
}

const NOTHING: RequestedTexts = { from: null, to: null, sides: [], problems: [], isAbbreviated: false }

/** Reads two texts, one model at two instants, or two models out of an address. */
export async function requestedTexts(ctx: Pick<AppCtx, 'db' | 'clock'>, asked: Asked): Promise<RequestedTexts> {
  const value = (name: string) => [asked[name] ?? []].flat()[0]?.trim() || null
  const [from, to, model] = [value('from'), value('to'), value('model')]
  if (from !== null || to !== null) return byHash(ctx, from, to)
  if (model !== null) return byInstants(ctx, model, value('at'), value('and'))
  const [first, second] = modelsOf(asked, value)
  if (first === null && second === null) return NOTHING
  const now = ctx.clock.now()
  return bySides(ctx, [
    { model: first, at: now },
    { model: second, at: now },
  ])
}

function modelsOf(asked: Asked, value: (name: string) => string | null): [string | null, string | null] {
  const [first, second] = [asked['models'] ?? []].flat().flatMap((one) => one.split(','))
  return [first?.trim() || value('first'), second?.trim() || value('second')]
}

/** The hash at the end of what was picked or written: whole, or as much of it as says which text is meant. */
const HASH_AT_END = /([0-9a-f]{8,64})\)?$/

async function byHash({ db }: Pick<AppCtx, 'db'>, from: string | null, to: string | null): Promise<RequestedTexts> {
  const problems: string[] = []
  let isAbbreviated = false
  const resolve = async (written: string | null, side: string) => {
    const hash = HASH_AT_END.exec(written?.toLowerCase() ?? '')?.[1]
    const found = hash === undefined ? null : await findTextByPrefix(db, hash)
    if (found === null) {
      problems.push(
        written === null
          ? `Choose the ${side} text too.`
          : `No one held text is meant by “${written.slice(0, 100)}”: pick one from the list, or give the hash of a text that is held.`,
      )
    } else if (found !== written) isAbbreviated = true
    return found
  }
  const [before, after] = [await resolve(from, 'earlier'), await resolve(to, 'later')]
  return { ...NOTHING, from: before, to: after, problems, isAbbreviated }
}

const instant = z.union([
  z.iso.date().transform((day) => new Date(`${day}T23:59:59.999Z`)),
  z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
])

async function byInstants(
  ctx: Pick<AppCtx, 'db' | 'clock'>,
  model: string,
  at: string | null,
  and: string | null,
): Promise<RequestedTexts> {
  const [first, second] = [instant.safeParse(at), instant.safeParse(and)]
  if (!first.success || !second.success) {
    const problem = 'Give two instants: a day such as 2026-11-25, which is taken to its end in UTC, or a whole instant.'
    return { ...NOTHING, problems: [problem] }
  }
  return bySides(ctx, [
    { model, at: first.data },
    { model, at: second.data },
  ])
}

async function bySides(
  { db }: Pick<AppCtx, 'db'>,
  wanted: readonly { model: string | null; at: Date }[],
): Promise<RequestedTexts> {
  const problems: string[] = []
  const sides: ModelAt[] = []
  const hashes: (string | null)[] = []
  for (const { model, at } of wanted) {
    const found = model === null ? null : await findModelAt(db, model, at)
    if (found === null) {
      problems.push(model === null ? 'Name the other model too.' : `No model is called “${model.slice(0, 100)}”.`)
    } else sides.push(found)
    hashes.push(found?.binding?.textSha ?? null)
  }
  return { ...NOTHING, from: hashes[0] ?? null, to: hashes[1] ?? null, sides, problems }
}
