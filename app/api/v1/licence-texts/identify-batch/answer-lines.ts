import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { isBusy, judgeText } from '#app/_server/judge-text.ts'
import { NOT_UNPACKED } from '#app/_server/request-bytes.ts'
import { identifiedText } from '#lib/licences/identified-text.ts'
import { MAX_LICENCE_BYTES } from '#lib/licences/licence-text.ts'
import { identifyLineInput } from '#lib/licences/schema.ts'
import { textRefusal } from '#lib/licences/text-refusal.ts'
import { byteLines, TOO_LONG } from '#lib/shared/byte-lines.ts'
import { inOrder } from '#lib/shared/in-order.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import type { AppCtx } from '#lib/wiring.ts'

/** JSON writes a byte as six at the most. */
const MAX_LINE_BYTES = 6 * MAX_LICENCE_BYTES + 4_096
/** Texts judged side by side: as many as keep the judges busy, few enough to hold. */
const AT_ONCE = 4
const TURN_MS = 200

type Key = string | null

/** One answer for each line of a body, in its order; a line that cannot be read says why, and the others go on. */
export function answerLines(ctx: AppCtx, body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  return inOrder(linesOf(body), (line) => answerTo(ctx, line), AT_ONCE)
}

/** Stands for the rest of a body that does not unpack. */
const CUT_OFF = Symbol('cut off')
type Line = Uint8Array | typeof TOO_LONG | typeof CUT_OFF

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  try {
    yield* byteLines(body, MAX_LINE_BYTES)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    yield CUT_OFF
  }
}

async function answerTo(ctx: AppCtx, line: Line): Promise<string> {
  let key: Key = null
  try {
    if (line === CUT_OFF) return refusedLine(null, NOT_UNPACKED)
    if (line === TOO_LONG) return refusedLine(null, textRefusal('too-large', '/text'))
    const read = identifyLineInput.safeParse(parsed(line))
    if (!read.success) {
      const [first] = refusalsOf(read.error)
      return refusedLine(keyOf(line), first ?? NOT_JSON)
    }
    key = read.data.key
    const found = await judgedInTurn(ctx, Buffer.from(read.data.text))
    if (!found.ok) return refusedLine(key, { ...(found.refusals[0] ?? FAILED), field: '/text' })
    return `${JSON.stringify({ key, ...identifiedText(found.value) })}\n`
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return refusedLine(key, NOT_JSON)
    console.error('a line of a batch failed', error)
    return refusedLine(key, FAILED)
  }
}

/** A batch waits for its turn: it has all the time its sender gives it. */
async function judgedInTurn(ctx: AppCtx, bytes: Uint8Array): ReturnType<typeof judgeText> {
  for (;;) {
    const found = await judgeText(ctx, bytes)
    if (found.ok || !found.refusals.some(isBusy)) return found
    await setTimeout(TURN_MS)
  }
}

const NOT_JSON: Refusal = {
  field: '',
  rule: 'line.malformed',
  message: 'This line is not JSON in UTF-8.',
  remedy: 'Send one object on each line: {"key": "…", "text": "…"}.',
}

const FAILED: Refusal = {
  field: '/text',
  rule: 'line.failed',
  message: 'This text could not be judged; the reason is in the log of the server.',
  remedy: 'Send it alone to /api/v1/licence-texts/identify, and report it if that fails too.',
}

function parsed(line: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line))
}

/** The key of a line that is refused for something else, so that its sender finds it. */
function keyOf(line: Uint8Array): Key {
  const read = z.object({ key: z.string().max(2_000) }).safeParse(parsed(line))
  return read.success ? read.data.key : null
}

function refusedLine(key: Key, error: Refusal): string {
  const nothing = { verdict: null, licence: null, closest: null, similarity: null, parts: [] }
  return `${JSON.stringify({ key, ...nothing, error })}\n`
}
