import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRateLimits, parseRateLimit } from '#lib/adapters/huggingface/rate-limits.ts'
import { parseRetryAfter } from '#lib/adapters/huggingface/retry.ts'
import { errorOf, hubUnderTest } from '../support/hub-double/hub-under-test.ts'
import { seedSample } from '../support/hub-double/sample.ts'
import { type HubDouble, startHubDouble } from '../support/hub-double/server.ts'

let double: HubDouble

beforeEach(async () => {
  double = await startHubDouble({ seed: seedSample })
})
afterEach(() => double.close())

describe('reading what a hub says of its limits', () => {
  test('every bucket that can be read is read', () => {
    expect(parseRateLimit('"resolvers";r=2976;t=166')).toEqual([
      { bucket: 'resolvers', remaining: 2976, resetSeconds: 166 },
    ])
    expect(parseRateLimit('"api";r=0;t=9, "pages"; t=5; r=1')).toEqual([
      { bucket: 'api', remaining: 0, resetSeconds: 9 },
      { bucket: 'pages', remaining: 1, resetSeconds: 5 },
    ])
    expect(parseRateLimit('limit=100, remaining=5')).toEqual([])
    expect(parseRateLimit('"api";r=-1;t=5')).toEqual([])
  })

  test('Retry-After is seconds or a date', () => {
    const now = new Date('2026-11-23T08:00:00Z')
    expect(parseRetryAfter('7', now)).toBe(7)
    expect(parseRetryAfter('Mon, 23 Nov 2026 08:00:30 GMT', now)).toBe(30)
    expect(parseRetryAfter('Mon, 23 Nov 2026 07:00:00 GMT', now)).toBe(0)
    for (const odd of ['soon', '-3', '', '2026-11-23']) expect(parseRetryAfter(odd, now)).toBeNull()
  })

  test('an empty bucket is waited for to the second after its reset, and only that bucket of that hub', () => {
    const limits = createRateLimits()
    const now = new Date('2026-11-23T08:00:00Z')
    limits.observe('https://a.example', '"api";r=0;t=10', now)
    expect(limits.secondsToWait('https://a.example', 'api', now)).toBe(11)
    expect(limits.secondsToWait('https://a.example', 'resolvers', now)).toBe(0)
    expect(limits.secondsToWait('https://b.example', 'api', now)).toBe(0)
    expect(limits.secondsToWait('https://a.example', 'api', new Date('2026-11-23T08:00:10Z'))).toBe(0)
  })

  test('two looks at once do not both take the last request', () => {
    const limits = createRateLimits()
    const now = new Date('2026-11-23T08:00:00Z')
    limits.observe('https://a.example', '"api";r=1;t=10', now)
    limits.spend('https://a.example', 'api')
    expect(limits.secondsToWait('https://a.example', 'api', now)).toBe(11)
  })
})

describe('obeying them', () => {
  test('waits before it asks, once the bucket is empty', async () => {
    const { hub, waits } = hubUnderTest(double.url)
    double.setQuota('api', { remaining: 1, resetSeconds: 20 })
    await hub.getModel('Qwen/Qwen3-8B')
    expect(waits).toEqual([])
    double.setQuota('api', { remaining: 100 })
    await hub.getModel('Qwen/Qwen3-8B')
    expect(waits).toEqual([21])
    expect(double.requests.map((request) => request.status)).toEqual([200, 200])
  })

  test('two clients that share their limits both wait', async () => {
    const limits = createRateLimits()
    const clock = { now: () => new Date('2026-11-23T08:00:00Z') }
    const one = hubUnderTest(double.url, { limits, clock })
    const two = hubUnderTest(double.url, { limits, clock })
    double.setQuota('api', { remaining: 1, resetSeconds: 20 })
    await one.hub.getModel('Qwen/Qwen3-8B')
    double.setQuota('api', { remaining: 100 })
    await two.hub.getModel('Qwen/Qwen3-8B')
    expect(two.waits).toEqual([21])
  })

  test('of two questions at once, only one takes the last request', async () => {
    const waits: number[] = []
    const sleep = async (milliseconds: number) => {
      waits.push(milliseconds / 1000)
      double.setQuota('api', { remaining: 100 })
    }
    const { hub } = hubUnderTest(double.url, { sleep })
    double.setQuota('api', { remaining: 2, resetSeconds: 20 })
    await hub.getModel('Qwen/Qwen3-8B')
    await Promise.all([hub.getModel('Qwen/Qwen3-8B'), hub.getModel('Qwen/Qwen3.5-0.8B')])
    expect(waits).toEqual([21])
    expect(double.requests.map((request) => request.status)).toEqual([200, 200, 200])
  })

  test('files are counted apart from the API', async () => {
    const { hub, waits } = hubUnderTest(double.url)
    double.setQuota('api', { remaining: 1, resetSeconds: 20 })
    await hub.getModel('Qwen/Qwen3-8B')
    double.org.commit('Qwen/Qwen3-8B', { files: { 'big.txt': { text: 'large', lfs: true } } })
    await hub.getFile('Qwen/Qwen3-8B', 'main', 'big.txt', 1000)
    expect(waits).toEqual([])
  })

  test('a wait longer than allowed ends as rate limited and says how long', async () => {
    const { hub, waits } = hubUnderTest(double.url, { maxWaitSeconds: 15 })
    double.setQuota('api', { remaining: 1, resetSeconds: 20 })
    await hub.getModel('Qwen/Qwen3-8B')
    const error = await errorOf(hub.getModel('Qwen/Qwen3-8B'))
    expect(error).toMatchObject({ kind: 'rate_limited', retryAfter: 21, requests: 0 })
    expect(waits).toEqual([])
    expect(double.requests).toHaveLength(1)
  })

  test('a 429 from an empty bucket waits for its reset', async () => {
    const { hub, waits } = hubUnderTest(double.url, { maxWaitSeconds: 300 })
    double.setQuota('api', { quota: 5, remaining: 0, resetSeconds: 2 })
    const error = await errorOf(hub.getModel('Qwen/Qwen3-8B'))
    expect(error).toMatchObject({ kind: 'rate_limited', status: 429, requests: 3 })
    expect(waits).toEqual([3, 3])
  })
})

describe('trying again', () => {
  test('a passing failure is asked again after one, then two seconds, and no more than twice', async () => {
    const { hub, waits } = hubUnderTest(double.url)
    double.fail('status-503', { times: 2 })
    const answer = await hub.getModel('Qwen/Qwen3-8B')
    expect(answer.evidence.requests).toBe(3)
    expect(waits).toEqual([1, 2])
    double.fail('reset', { times: 3 })
    expect(await errorOf(hub.getModel('Qwen/Qwen3-8B'))).toMatchObject({ kind: 'unreachable', requests: 3 })
  })

  test('Retry-After is obeyed when it is bearable', async () => {
    const { hub, waits } = hubUnderTest(double.url)
    double.fail('status-429', { times: 1, retryAfter: 7 })
    await hub.getModel('Qwen/Qwen3-8B')
    expect(waits).toEqual([7])
  })

  test('and handed on when it is not', async () => {
    const { hub, waits } = hubUnderTest(double.url, { maxWaitSeconds: 60 })
    double.fail('status-429', { retryAfter: 3600 })
    const error = await errorOf(hub.getModel('Qwen/Qwen3-8B'))
    expect(error).toMatchObject({ kind: 'rate_limited', retryAfter: 3600, requests: 1 })
    expect(waits).toEqual([])
  })
})
