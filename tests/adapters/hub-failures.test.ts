import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutboundGuard, OutboundRequest } from '#lib/adapters/outbound/guard.ts'
import type { HubClient, HubErrorKind } from '#lib/upstream/hub-client.ts'
import type { FaultMode } from '../support/hub-double/faults.ts'
import { errorOf, hubUnderTest } from '../support/hub-double/hub-under-test.ts'
import { DOUBLE_TOKENS } from '../support/hub-double/routes.ts'
import { seedSample } from '../support/hub-double/sample.ts'
import { type HubDouble, startHubDouble } from '../support/hub-double/server.ts'

let double: HubDouble
let hub: HubClient

beforeEach(async () => {
  double = await startHubDouble({ seed: seedSample })
  hub = hubUnderTest(double.url, { deadlineMs: 600, headersTimeoutMs: 300, maxJsonBytes: 200_000 }).hub
})
afterEach(() => double.close())

describe('a hub that says no', () => {
  const stranger = () => hubUnderTest(double.url, { token: DOUBLE_TOKENS.stranger }).hub

  test('without a token, gone and private look the same: withheld', async () => {
    double.org.remove('Qwen/Qwen3-8B')
    double.org.setPrivate('Qwen/Qwen3.5-0.8B', true)
    for (const name of ['Qwen/Qwen3-8B', 'Qwen/Qwen3.5-0.8B', 'Qwen/Never-Was']) {
      expect(await errorOf(hub.getModel(name))).toMatchObject({ kind: 'withheld', status: 401, requests: 1 })
    }
  })

  test('with a token the hub says not found, and so do we', async () => {
    expect(await errorOf(stranger().getModel('Qwen/Never-Was'))).toMatchObject({ kind: 'not_found', status: 404 })
  })

  test('an invalid token is not mistaken for a missing repository', async () => {
    const error = await errorOf(hubUnderTest(double.url, { token: 'hf_wrong' }).hub.getModel('Qwen/Qwen3-8B'))
    expect(error.kind).toBe('unexpected_status')
    expect(error.message).toContain('Invalid credentials')
  })

  test('an unknown revision and an unknown file are told apart', async () => {
    const unknown = 'e'.repeat(40)
    expect(await errorOf(hub.getRevision('Qwen/Qwen3-8B', unknown))).toMatchObject({ kind: 'revision_not_found' })
    expect(await errorOf(hub.getTree('Qwen/Qwen3-8B', unknown))).toMatchObject({ kind: 'revision_not_found' })
    const file = hub.getFile('Qwen/Qwen3-8B', 'main', 'NOTICE', 3)
    expect(await errorOf(file)).toMatchObject({ kind: 'file_not_found', status: 404 })
  })

  test('gated bytes are gated, anonymous or not, while the rest stays readable', async () => {
    double.org.setGated('Qwen/Qwen3-8B', 'manual')
    const anonymous = await errorOf(hub.getFile('Qwen/Qwen3-8B', 'main', 'LICENSE', 100_000))
    expect(anonymous).toMatchObject({ kind: 'gated', status: 401 })
    const known = await errorOf(stranger().getFile('Qwen/Qwen3-8B', 'main', 'LICENSE', 100_000))
    expect(known).toMatchObject({ kind: 'gated', status: 403 })
    await expect(hub.getTree('Qwen/Qwen3-8B', 'main')).resolves.toBeDefined()
  })

  test('a disabled repository is disabled', async () => {
    double.org.disable('Qwen/Qwen3-8B')
    expect(await errorOf(hub.getTree('Qwen/Qwen3-8B', 'main'))).toMatchObject({ kind: 'disabled', status: 403 })
  })
})

describe('a hub that fails', () => {
  const modes: [FaultMode, HubErrorKind, number][] = [
    ['status-500', 'server_error', 3],
    ['status-503', 'server_error', 3],
    ['status-429', 'rate_limited', 3],
    ['status-408', 'timeout', 3],
    ['status-404', 'not_found', 1],
    ['status-418', 'unexpected_status', 1],
    ['html', 'not_json', 1],
    ['truncated', 'not_json', 1],
    ['wrong-types', 'wrong_shape', 1],
    ['wrong-shape', 'wrong_shape', 1],
    ['endless', 'too_large', 1],
    ['redirect-private', 'refused_address', 1],
    ['slow', 'timeout', 1],
    ['drip', 'timeout', 1],
    ['reset', 'unreachable', 3],
    ['down', 'unreachable', 3],
  ]

  test.each(modes)('%s on a repository is %s after %i requests', async (mode, kind, requests) => {
    double.fail(mode)
    expect(await errorOf(hub.getModel('Qwen/Qwen3-8B'))).toMatchObject({ kind, requests })
    expect(double.requests).toHaveLength(requests)
    double.heal()
    await expect(hub.getModel('Qwen/Qwen3-8B')).resolves.toBeDefined()
  })

  test.each<[FaultMode, HubErrorKind]>([
    ['html', 'not_json'],
    ['wrong-shape', 'wrong_shape'],
    ['foreign-link', 'refused_address'],
    ['endless', 'too_large'],
  ])('%s on a list is %s', async (mode, kind) => {
    double.fail(mode)
    expect(await errorOf(hub.listModels('Qwen', { limit: 100 }))).toMatchObject({ kind, requests: 1 })
  })

  test.each<[FaultMode, HubErrorKind]>([
    ['html', 'wrong_shape'],
    ['redirect-private', 'refused_address'],
    ['endless', 'too_large'],
    ['status-500', 'server_error'],
  ])('%s on a file is %s, never a licence text', async (mode, kind) => {
    double.fail(mode)
    expect(await errorOf(hub.getFile('Qwen/Qwen3-8B', 'main', 'LICENSE', 100_000))).toMatchObject({ kind })
  })

  test('half a licence text is refused, since the hub named the hash of the whole', async () => {
    double.fail('truncated', { match: 'resolve-cache' })
    const error = await errorOf(hub.getFile('Qwen/Qwen3-8B', 'main', 'LICENSE', 100_000))
    expect(error).toMatchObject({ kind: 'wrong_shape', requests: 2 })
  })

  test('one repository with wrong types stands aside, the others are read', async () => {
    double.fail('wrong-types')
    const answer = await hub.listModels('Qwen', { limit: 100 })
    if (answer.notModified) throw new Error('Nothing came back.')
    expect(answer.value.models).toHaveLength(11)
    expect(answer.value.unreadable).toEqual([{ name: 'Qwen/Qwen-Image-2.1', reason: expect.stringContaining('sha') }])
  })

  test('text a database cannot hold is made holdable instead of hiding the repository', async () => {
    double.org.setCard('Qwen/Qwen3-8B', { license: 'a\0b', note: '\ud800' })
    const answer = await hub.getModel('Qwen/Qwen3-8B')
    expect(answer).toMatchObject({ value: { cardData: { license: 'a\uFFFDb', note: '\uFFFD' } } })
  })

  test('a hub nobody answers for is unreachable', async () => {
    await double.close()
    expect(await errorOf(hub.getModel('Qwen/Qwen3-8B'))).toMatchObject({ kind: 'unreachable', requests: 3 })
  })

  test('a failure on a later page counts the pages before it', async () => {
    double.setPageSizes({ tree: 2 })
    double.fail('html', { after: 2 })
    expect(await errorOf(hub.getTree('Qwen/Qwen3-8B', 'main'))).toMatchObject({ kind: 'not_json', requests: 3 })
  })
})

describe('leaving the hub for a file', () => {
  const commit = 'a'.repeat(40)

  function fetcherAnswering(location: string): { fetcher: OutboundGuard; sent: OutboundRequest[] } {
    const sent: OutboundRequest[] = []
    const fetcher: OutboundGuard = {
      async send(request) {
        sent.push(request)
        const isFirst = sent.length === 1
        const headers = isFirst
          ? ([
              ['location', location],
              ['x-repo-commit', commit],
            ] as const)
          : []
        return { status: isFirst ? 302 : 200, headers: new Map(headers), bytes: Buffer.from('text') }
      },
      close: async () => undefined,
    }
    return { fetcher, sent }
  }

  test.each([
    ['https://cdn.example/file?Signature=s', false, 'linked'],
    ['https://hub.example:8443/file', false, 'configured'],
    ['https://hub.example/elsewhere', true, 'configured'],
  ])('%s gets the token: %s, and is %s', async (location, hasToken, addressClass) => {
    const { fetcher, sent } = fetcherAnswering(location)
    const { hub: faraway } = hubUnderTest('https://hub.example', { token: 'hf_secret', fetcher })
    const answer = await faraway.getFile('Qwen/Qwen3-8B', commit, 'LICENSE', 100)
    expect(sent[0]?.headers?.authorization).toBe('Bearer hf_secret')
    expect(sent[1]?.headers?.authorization).toBe(hasToken ? 'Bearer hf_secret' : undefined)
    expect(sent[1]).toMatchObject({ addressClass, url: new URL(location) })
    expect(answer).toMatchObject({ value: { commit } })
    expect(answer.evidence.url).not.toContain('Signature')
  })

  test('never falls back from https to http', async () => {
    const { fetcher, sent } = fetcherAnswering('http://hub.example/file')
    const { hub: faraway } = hubUnderTest('https://hub.example', { fetcher })
    const error = await errorOf(faraway.getFile('Qwen/Qwen3-8B', commit, 'LICENSE', 100))
    expect(error).toMatchObject({ kind: 'refused_address', requests: 1 })
    expect(sent).toHaveLength(1)
  })

  test('an API answer never leaves the hub at all', async () => {
    const { fetcher, sent } = fetcherAnswering('https://cdn.example/api/models/x')
    const { hub: faraway } = hubUnderTest('https://hub.example', { fetcher, token: 'hf_secret' })
    expect(await errorOf(faraway.getModel('Qwen/Qwen3-8B'))).toMatchObject({ kind: 'refused_address' })
    expect(sent).toHaveLength(1)
  })
})
