import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HubClient } from '#lib/upstream/hub-client.ts'
import { errorOf, hubUnderTest } from '../support/hub-double/hub-under-test.ts'
import { RESEARCH_LICENCE } from '../support/hub-double/licence-texts.ts'
import { headOf } from '../support/hub-double/repository.ts'
import { DOUBLE_TOKENS } from '../support/hub-double/routes.ts'
import { seedSample } from '../support/hub-double/sample.ts'
import { type HubDouble, startHubDouble } from '../support/hub-double/server.ts'

let double: HubDouble
let hub: HubClient

beforeEach(async () => {
  double = await startHubDouble({ seed: seedSample, now: () => new Date('2026-11-20T12:00:00Z') })
  hub = hubUnderTest(double.url).hub
})
afterEach(() => double.close())

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const headCommit = (name: string) => double.org.find(name)?.repository.commits.at(-1)?.id ?? ''

async function value<T>(answer: Promise<{ notModified: false; value: T } | { notModified: true }>): Promise<T> {
  const given = await answer
  if (given.notModified) throw new Error('Nothing came back.')
  return given.value
}

describe('listing an organisation', () => {
  test('pages through everything once, and the evidence says what was seen', async () => {
    const names: string[] = []
    let cursor: string | undefined
    do {
      const answer = await hub.listModels('Qwen', { limit: 5, ...(cursor === undefined ? {} : { cursor }) })
      if (answer.notModified) throw new Error('A list was not asked conditionally.')
      names.push(...answer.value.models.map((model) => model.name))
      expect(answer.evidence).toMatchObject({ status: 200, requests: 1, requestId: expect.stringMatching(/^double-/) })
      expect(answer.evidence.bodySha256).toMatch(/^[0-9a-f]{64}$/)
      cursor = answer.value.next ?? undefined
    } while (cursor !== undefined)
    expect(new Set(names).size).toBe(12)
    expect(names).toHaveLength(12)
    expect(double.requests).toHaveLength(3)
  })

  test('pages go on under whichever name the hub was configured with', async () => {
    const byName = hubUnderTest(double.url.replace('127.0.0.1', 'localhost')).hub
    expect((await value(byName.listModels('Qwen', { limit: 5 }))).next).toContain('cursor=')
  })

  test('a repository that changes between two pages is still seen', async () => {
    const first = await value(hub.listModels('Qwen', { limit: 6 }))
    double.org.commit('Qwen/Qwen2.5-3B-Instruct', { files: { 'x.txt': 'x' } })
    const second = await value(hub.listModels('Qwen', { limit: 6, cursor: first.next ?? '' }))
    const names = [...first.models, ...second.models].map((model) => model.name)
    expect(names).toContain('Qwen/Qwen2.5-3B-Instruct')
    expect(new Set(names).size).toBe(12)
  })

  test('never asks for downloads or likes', async () => {
    await hub.listModels('Qwen', { limit: 100 })
    await hub.getModel('Qwen/Qwen3-8B')
    for (const { path } of double.requests) expect(path).not.toMatch(/downloads|likes|trending|full=/)
  })

  test('tells a repository as the hub does, without its file list', async () => {
    const page = await value(hub.listModels('Qwen', { limit: 100 }))
    expect(page.models.find((model) => model.name === 'Qwen/Qwen3-8B')).toEqual({
      hubObjectId: expect.stringMatching(/^[0-9a-f]{24}$/),
      name: 'Qwen/Qwen3-8B',
      renamedFrom: null,
      commit: headCommit('Qwen/Qwen3-8B'),
      lastModifiedAt: '2025-07-26T03:49:13.000Z',
      createdAt: '2025-04-29T08:00:00.000Z',
      isPrivate: false,
      isDisabled: false,
      gated: false,
      tags: expect.arrayContaining(['license:apache-2.0']),
      cardData: { license: 'apache-2.0', license_link: 'LICENSE' },
      pipelineTag: 'text-generation',
      libraryName: 'transformers',
      parameters: 8_000_000_000,
      usedStorage: 16_000_000_000,
      files: null,
    })
  })

  test('a private or removed repository is not listed, a disabled or gated one says so', async () => {
    double.org.setPrivate('Qwen/Qwen3-8B', true)
    double.org.remove('Qwen/Qwen3.5-0.8B')
    double.org.disable('Qwen/Qwen3.8-27B')
    double.org.setGated('Qwen/QVQ-72B-Preview', 'manual')
    const { models } = await value(hub.listModels('Qwen', { limit: 100 }))
    const named = new Map(models.map((model) => [model.name, model]))
    expect(named.has('Qwen/Qwen3-8B') || named.has('Qwen/Qwen3.5-0.8B')).toBe(false)
    expect(named.get('Qwen/Qwen3.8-27B')?.isDisabled).toBe(true)
    expect(named.get('Qwen/QVQ-72B-Preview')?.gated).toBe('manual')
  })

  test('a cursor that leads elsewhere is refused before anything is sent', async () => {
    for (const cursor of [
      'https://elsewhere.example/api/models?x=1',
      '//elsewhere.example/api/models',
      '/api/whoami-v2',
    ]) {
      const error = await errorOf(hub.listModels('Qwen', { limit: 5, cursor }))
      expect(error).toMatchObject({ kind: 'refused_address', requests: 0 })
    }
    expect(double.requests).toHaveLength(0)
  })
})

describe('one repository', () => {
  test('carries its file names and can be asked whether anything changed', async () => {
    const first = await hub.getModel('Qwen/Qwen3-8B')
    expect(await value(Promise.resolve(first))).toMatchObject({
      files: expect.arrayContaining(['LICENSE', 'README.md']),
    })
    const etag = first.evidence.etag ?? ''
    const again = await hub.getModel('Qwen/Qwen3-8B', { etag })
    expect(again).toMatchObject({ notModified: true, evidence: { status: 304, bodySha256: null } })
    double.org.setCard('Qwen/Qwen3-8B', { license: 'mit' })
    const changed = await value(hub.getModel('Qwen/Qwen3-8B', { etag }))
    expect(changed.cardData).toEqual({ license: 'mit' })
  })

  test('a card without front matter has no card data', async () => {
    double.org.setCard('Qwen/Qwen3-8B', null)
    expect((await value(hub.getModel('Qwen/Qwen3-8B'))).cardData).toBeNull()
  })

  test('a rename is followed and told; the object id stays', async () => {
    const before = await value(hub.getModel('Qwen/Qwen3-8B'))
    double.org.move('Qwen/Qwen3-8B', 'Qwen/Qwen3-8B-Chat')
    const after = await hub.getModel('Qwen/Qwen3-8B')
    expect(after.evidence.requests).toBe(2)
    expect(await value(Promise.resolve(after))).toMatchObject({
      name: 'Qwen/Qwen3-8B-Chat',
      renamedFrom: 'Qwen/Qwen3-8B',
      hubObjectId: before.hubObjectId,
    })
  })

  test('another repository under a name that was left has another object id', async () => {
    const before = await value(hub.getModel('Qwen/Qwen3-8B'))
    double.org.move('Qwen/Qwen3-8B', 'Qwen/Other')
    double.org.addRepository('Qwen/Qwen3-8B')
    const after = await value(hub.getModel('Qwen/Qwen3-8B'))
    expect(after.renamedFrom).toBeNull()
    expect(after.hubObjectId).not.toBe(before.hubObjectId)
  })

  test('a branch and an old commit resolve to what stood there', async () => {
    const history = double.org.find('Qwen/QVQ-72B-Preview')?.repository.commits ?? []
    const first = await value(hub.getRevision('Qwen/QVQ-72B-Preview', history[0]?.id ?? ''))
    expect(first).toMatchObject({ commit: history[0]?.id, cardData: { license: 'apache-2.0' } })
    const main = await value(hub.getRevision('Qwen/QVQ-72B-Preview', 'main'))
    expect(main).toMatchObject({ commit: history[1]?.id, cardData: { license: 'other' } })
  })
})

describe('trees, commits and files', () => {
  test('a tree comes over several pages, without directories, with the hashes the hub states', async () => {
    const files = { 'a/one.txt': '1', 'a/b/two.txt': '2', 'big.json': { text: 'three', lfs: true } as const }
    double.org.commit('Qwen/Qwen3-8B', { files })
    double.setPageSizes({ tree: 3 })
    const answer = await hub.getTree('Qwen/Qwen3-8B', headCommit('Qwen/Qwen3-8B'))
    const tree = await value(Promise.resolve(answer))
    expect(answer.evidence.requests).toBeGreaterThan(3)
    const expected = double.org.find('Qwen/Qwen3-8B')?.repository
    expect(tree.map((file) => file.path).sort()).toEqual([...(expected ? headOf(expected).files.keys() : [])].sort())
    expect(tree.find((file) => file.path === 'big.json')?.lfsSha256).toBe(sha256('three'))
    expect(tree.find((file) => file.path === 'a/one.txt')).toMatchObject({
      size: 1,
      oid: createHash('sha1').update('blob 1\x001').digest('hex'),
      lfsSha256: null,
    })
  })

  test('commits come newest first, up to and without the one already known', async () => {
    const known = headCommit('Qwen/Qwen3-8B')
    for (const n of [1, 2, 3]) double.org.commit('Qwen/Qwen3-8B', { files: { 'n.txt': `${n}` } }, `Commit ${n}`)
    double.setPageSizes({ commits: 2 })
    const news = await value(hub.listCommits('Qwen/Qwen3-8B', { until: known, limit: 50 }))
    expect(news.map((commit) => commit.title)).toEqual(['Commit 3', 'Commit 2', 'Commit 1'])
    expect(await value(hub.listCommits('Qwen/Qwen3-8B', { limit: 1 }))).toHaveLength(1)
    expect(await value(hub.listCommits('Qwen/Qwen3-8B', { until: 'f'.repeat(40), limit: 50 }))).toHaveLength(5)
  })

  test('the bytes of a file at its commit, through the redirect the hub makes', async () => {
    double.org.commit('Qwen/Qwen3-8B', { files: { 'terms/A LICENCE.txt': RESEARCH_LICENCE } })
    const commit = headCommit('Qwen/Qwen3-8B')
    const answer = await hub.getFile('Qwen/Qwen3-8B', commit, 'terms/A LICENCE.txt', 100_000)
    const file = await value(Promise.resolve(answer))
    expect(Buffer.from(file.bytes).toString('utf8')).toBe(RESEARCH_LICENCE)
    expect(file.commit).toBe(commit)
    expect(answer.evidence).toMatchObject({ bodySha256: sha256(RESEARCH_LICENCE), requests: 2 })
  })

  test('a file over the limit is refused, one of exactly the limit is read', async () => {
    double.org.commit('Qwen/Qwen3-8B', { files: { 'ten.txt': '0123456789' } })
    const commit = headCommit('Qwen/Qwen3-8B')
    expect((await value(hub.getFile('Qwen/Qwen3-8B', commit, 'ten.txt', 10))).bytes).toHaveLength(10)
    expect(await errorOf(hub.getFile('Qwen/Qwen3-8B', commit, 'ten.txt', 9))).toMatchObject({ kind: 'too_large' })
  })

  test('names and paths that climb are not asked for', async () => {
    expect(await errorOf(hub.getModel('../whoami-v2'))).toMatchObject({ kind: 'not_found', requests: 0 })
    const climbing = hub.getFile('Qwen/Qwen3-8B', 'main', '../../api/whoami-v2', 10)
    expect(await errorOf(climbing)).toMatchObject({ kind: 'file_not_found', requests: 0 })
    expect(double.requests).toHaveLength(0)
  })
})

describe('with a token', () => {
  test('private and gated repositories can be read', async () => {
    double.org.setPrivate('Qwen/Qwen3-8B', true)
    double.org.setGated('Qwen/Qwen3-8B', 'auto')
    const member = hubUnderTest(double.url, { token: DOUBLE_TOKENS.member }).hub
    expect(await value(member.getModel('Qwen/Qwen3-8B'))).toMatchObject({ isPrivate: true, gated: 'auto' })
    expect(await value(member.getFile('Qwen/Qwen3-8B', 'main', 'LICENSE', 100_000))).toBeDefined()
  })
})
