import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterEach, describe, expect, test } from 'vitest'
import { inProcessTextJudge } from '#lib/adapters/text-judge/in-process.ts'
import { threadedTextJudge } from '#lib/adapters/text-judge/threads.ts'
import type { ComparedText } from '#lib/licences/compared-texts.ts'
import { compareTexts } from '#lib/licences/licence-diff.ts'
import type { TextJudge } from '#lib/licences/text-judge.ts'

const BEFORE = '1. Grant. You may use it.\n2. Notice. You must keep the notice.\n'
const AFTER = '1. Grant. You may not use it.\n2. Notice. You must keep the notice.\n'
const hostile = (mark: string) => {
  let text = ''
  for (let at = 0; text.length < 1_000_000; at++) text += `You may not ${mark}${at} it. `
  return text
}
const side = (text: string, sha256: string): ComparedText => ({
  sha256: sha256.repeat(64),
  name: null,
  licenceId: null,
  verdict: 'UNKNOWN',
  text,
})
const texts = { before: side(BEFORE, 'a'), after: side(AFTER, 'b'), terms: null, asOf: '2026-11-25T12:00:00.000Z' }

const open: TextJudge[] = []
const kept = (judge: TextJudge) => {
  open.push(judge)
  return judge
}
afterEach(async () => {
  for (const judge of open.splice(0)) await judge.close()
})

describe.each([
  ['in the process that asks', () => kept(inProcessTextJudge())],
  ['in threads', () => kept(threadedTextJudge())],
])('texts judged %s', (_, judge) => {
  test('are compared as the comparison itself compares them', async () => {
    expect(await judge().compare(BEFORE, AFTER)).toEqual({ ok: true, value: compareTexts(BEFORE, AFTER) })
  })
  test('are recognised, from bytes and from text', async () => {
    const mit = (await import('spdx-license-list/licenses/MIT.json', { with: { type: 'json' } })).default.licenseText
    const both = judge()
    const [ofText, ofBytes] = [await both.identify(mit), await both.identify(new TextEncoder().encode(mit))]
    expect(ofText).toEqual(ofBytes)
    expect(ofText).toMatchObject({ ok: true, value: { text: mit, identification: { licenceId: 'MIT' } } })
  })
  test('are refused where they are no text or too long, with the rule', async () => {
    expect(await judge().identify(Uint8Array.of(0, 1, 2, 3))).toMatchObject({ refusals: [{ rule: 'text.binary' }] })
    expect(await judge().identify(new Uint8Array(1_048_577).fill(97))).toMatchObject({
      refusals: [{ rule: 'text.too-large' }],
    })
  })
  test('are split into the clauses that the search keeps', async () => {
    const clauses = await judge().clauses('1. Grant. You may use it.')
    expect(clauses.ok && clauses.value.map(({ body }) => body)).toEqual(['Grant.', 'You may use it.'])
  })
  test.each(['html', 'pdf', 'patch'] as const)('become a file: %s', async (format) => {
    const file = await judge().exportComparison(texts, format)
    if (!file.ok) throw new Error('refused')
    const start = Buffer.from(file.value).toString('latin1')
    expect(start.slice(0, 5)).toBe({ html: '<!doc', pdf: '%PDF-', patch: '=====' }[format])
    if (format === 'pdf') expect(start).toContain('/StructTreeRoot')
    if (format === 'html') expect(start).toContain('<ins><span class="heard">[added: </span>not')
    if (format === 'patch') expect(start).toContain('\n-1. Grant. You may use it.\n+1. Grant. You may not use it.\n')
  })
})

test('the event loop keeps turning while a hostile pair is compared', async () => {
  const judge = kept(threadedTextJudge())
  const [one, other] = [hostile('a'), hostile('b')]
  await judge.compare(BEFORE, AFTER)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  let turns = 0
  const turning = setInterval(() => turns++, 5)
  const startedAt = performance.now()
  const outcome = await judge.compare(one, other)
  const took = performance.now() - startedAt
  clearInterval(turning)
  delay.disable()
  expect(outcome).toMatchObject({ ok: true, value: { level: 'operative', isComplete: false } })
  expect(turns).toBeGreaterThan(took / 50)
  expect(delay.max / 1e6).toBeLessThan(took / 2)
})

test('what takes longer than its limit is refused, and the next text is judged', async () => {
  const judge = kept(threadedTextJudge({ limitMs: 1_500, threads: 1 }))
  const isJudged = async () => (await judge.compare(BEFORE, AFTER)).ok
  await expect.poll(isJudged, { timeout: 30_000 }).toBe(true)
  const long = { ...texts, before: side(hostile('a'), 'a'), after: side(hostile('b'), 'b') }
  // One after the other in one thread: however quick the machine, they do not all come to an end in time.
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => judge.exportComparison(long, 'pdf')))
  expect(outcomes.at(-1)).toMatchObject({
    ok: false,
    refusals: [{ rule: 'text.time_limit', message: expect.stringContaining('1.5 s') }],
  })
  await expect.poll(async () => (await judge.compare(AFTER, BEFORE)).ok, { timeout: 30_000 }).toBe(true)
})

test('too many texts at once are refused rather than kept waiting', async () => {
  const judge = kept(threadedTextJudge({ threads: 1, maxWaiting: 2 }))
  const outcomes = await Promise.all(Array.from({ length: 8 }, (_, at) => judge.compare(`${BEFORE} ${at}`, AFTER)))
  expect(outcomes.some((one) => !one.ok && one.refusals[0]?.rule === 'text.busy')).toBe(true)
  expect(outcomes.some((one) => one.ok)).toBe(true)
})

test('a comparison asked for again is not made again', async () => {
  const judge = kept(threadedTextJudge())
  const [first, second] = [await judge.compare(BEFORE, AFTER), await judge.compare(BEFORE, AFTER)]
  if (!first.ok || !second.ok) throw new Error('refused')
  expect(second.value).toBe(first.value)
})
