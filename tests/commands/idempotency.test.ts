import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { once } from '#app/_server/idempotency.ts'
import { inProcessTextJudge } from '#lib/adapters/text-judge/in-process.ts'
import { registered } from '#lib/deployments/schema.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { aCompany, type Company, deploymentBody, send } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')

let company: Company

beforeAll(async () => {
  company = await aCompany(database, clock)
})
afterAll(() => company.hub.double.close())

/** Posts a deployment under a key, as the API does. */
function post(ctx: UpstreamCtx, key: string | null, body: unknown) {
  const headers: Record<string, string> = key === null ? {} : { 'idempotency-key': key }
  const request = new Request('http://weighbridge.example/api/v1/deployments', { method: 'POST', headers })
  const run = (inner: UpstreamCtx) => send(inner, body)
  return once({ ...ctx, textJudge: inProcessTextJudge() }, request, {
    route: 'POST /api/v1/deployments',
    body,
    worth: registered,
    run,
  })
}

const deployments = () => database.db.deployment.count()

describe('the same Idempotency-Key', () => {
  test('sent twice registers one deployment, and both hear the same', async () => {
    const before = await deployments()
    const body = deploymentBody()
    const first = await post(company.member, 'twice', body)
    const second = await post(company.member, 'twice', body)
    expect([first.done, second.done]).toEqual(['now', 'before'])
    expect({ ...second, done: 'now' }).toEqual(first)
    expect(await deployments()).toBe(before + 1)
  })

  test('sent five times at once registers one deployment', async () => {
    const before = await deployments()
    const body = deploymentBody()
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(company.member, 'at-once', body)))
    expect(answers.map((answer) => answer.done).toSorted()).toEqual(['before', 'before', 'before', 'before', 'now'])
    expect(await deployments()).toBe(before + 1)
  })

  test('sent with another body is refused, and changes nothing', async () => {
    await post(company.member, 'reused', deploymentBody())
    const before = await deployments()
    const other = await post(company.member, 'reused', deploymentBody())
    expect(other).toMatchObject({ done: 'never', refusals: [{ rule: 'idempotency-key.reused' }] })
    expect(await deployments()).toBe(before)
  })

  test('may be put right after a refusal, which is nothing to repeat', async () => {
    const refused = await post(company.member, 'put-right', deploymentBody({ team: 'ads' }))
    expect(refused).toMatchObject({ done: 'now', value: { ok: false } })
    expect(await post(company.member, 'put-right', deploymentBody())).toMatchObject({
      done: 'now',
      value: { ok: true },
    })
  })

  test('of somebody else is another key', async () => {
    const body = deploymentBody()
    await post(company.member, 'shared', body)
    expect(await post(company.stranger, 'shared', { ...body, team: 'ads' })).toMatchObject({
      done: 'now',
      value: { ok: true },
    })
  })

  test('is forgotten after 24 hours, and what is kept is removed', async () => {
    await post(company.member, 'old', deploymentBody())
    clock.advance(24 * 3_600_000)
    expect(await post(company.member, 'old', deploymentBody())).toMatchObject({ done: 'now', value: { ok: true } })
    expect(await database.db.idempotencyKey.count({ where: { expiresAt: { lte: clock.now() } } })).toBe(1)
  })

  test('keeps nothing when the work fails, so that it can be tried again', async () => {
    const body = deploymentBody()
    const broken = { ...company.member, enqueue: () => Promise.reject(new Error('The queue is gone.')) }
    await expect(post(broken, 'failed', body)).rejects.toThrow('The queue is gone.')
    expect(await post(company.member, 'failed', body)).toMatchObject({ done: 'now', value: { ok: true } })
  })

  test.each(['', 'a b', 'x'.repeat(201)])('is refused as %j', async (key) => {
    expect(await post(company.member, key, deploymentBody())).toMatchObject({
      done: 'never',
      refusals: [{ rule: 'idempotency-key.wrong-form' }],
    })
  })
})

test('without a key every request counts', async () => {
  const before = await deployments()
  await post(company.member, null, deploymentBody())
  await post(company.member, null, deploymentBody())
  expect(await deployments()).toBe(before + 2)
})
