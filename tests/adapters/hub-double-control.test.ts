import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hubUnderTest } from '../support/hub-double/hub-under-test.ts'
import { seedSample } from '../support/hub-double/sample.ts'
import { type HubDouble, startHubDouble } from '../support/hub-double/server.ts'

let double: HubDouble

beforeEach(async () => {
  double = await startHubDouble({ seed: seedSample })
})
afterEach(() => double.close())

async function tell(command: string, body: unknown = {}): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${double.url}/__double/${command}`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

const name = 'Qwen/Qwen3-8B'
const model = async (of = name) => {
  const answer = await hubUnderTest(double.url).hub.getModel(of)
  if (answer.notModified) throw new Error('Nothing came back.')
  return answer.value
}

describe('driving the double from another process', () => {
  test('publishes, edits and empties repositories', async () => {
    const added = await tell('addRepository', {
      name: 'Qwen/New',
      card: { license: 'mit' },
      files: { LICENSE: 'text', 'model.safetensors': { size: 5 }, 'raw.bin': { base64: 'AAE=' } },
    })
    expect(added).toMatchObject({ status: 200, body: { ok: true, commit: (await model('Qwen/New')).commit } })
    const committed = await tell('commit', {
      name,
      files: { LICENSE: 'another', 'config.json': null },
      title: 'Change',
    })
    expect((await model()).commit).toBe(committed.body.commit)
    expect((await model()).files).not.toContain('config.json')
    await tell('setCard', { name, card: { license: 'other', license_name: 'x' } })
    expect((await model()).tags).toContain('license:other')
    await tell('emptyWeights', { name })
    expect(await model()).toMatchObject({ parameters: null })
    expect((await model()).files?.some((file) => file.endsWith('.safetensors'))).toBe(false)
    await tell('squash', { name })
    expect(double.org.find(name)?.repository.commits).toHaveLength(1)
  })

  test('gates, hides, disables, moves, removes and restores', async () => {
    await tell('setGated', { name, gated: 'auto' })
    expect((await model()).gated).toBe('auto')
    await tell('disable', { name })
    expect((await model()).isDisabled).toBe(true)
    await tell('move', { name, to: 'Elsewhere/Model' })
    expect((await model()).name).toBe('Elsewhere/Model')
    await tell('setPrivate', { name: 'Elsewhere/Model', isPrivate: true })
    await expect(model()).rejects.toMatchObject({ kind: 'withheld' })
    await tell('setPrivate', { name: 'Elsewhere/Model', isPrivate: false })
    await tell('remove', { name: 'Elsewhere/Model' })
    await expect(model()).rejects.toMatchObject({ kind: 'withheld' })
    await tell('restore', { name: 'Elsewhere/Model' })
    await expect(model()).resolves.toBeDefined()
  })

  test('fails, heals and starts over', async () => {
    await tell('fail', { mode: 'html', match: '/api/models/' })
    await expect(model()).rejects.toMatchObject({ kind: 'not_json' })
    await tell('heal')
    await tell('commit', { name, files: { 'x.txt': 'x' } })
    const changed = (await model()).commit
    await tell('reset')
    expect((await model()).commit).not.toBe(changed)
    expect(double.requests).toHaveLength(1)
  })

  test('says what it holds and what it was asked', async () => {
    await model()
    const state = await (await fetch(`${double.url}/__double/state`)).json()
    expect(state).toMatchObject({ isDouble: true, requests: 1 })
    expect(state.repositories).toHaveLength(12)
    const asked = await (await fetch(`${double.url}/__double/requests`)).json()
    expect(asked).toMatchObject([
      { method: 'GET', status: 200, path: expect.stringContaining('/api/models/Qwen/Qwen3-8B?') },
    ])
  })

  test('refuses what it does not understand', async () => {
    expect((await tell('fail', { mode: 'sideways' })).status).toBe(400)
    expect((await tell('commit', { name: 'Qwen/Nothing', files: {} })).status).toBe(400)
    expect((await tell('explode')).status).toBe(404)
  })
})

describe('the sample', () => {
  test('gives the same commits on every start', async () => {
    const other = await startHubDouble({ seed: seedSample })
    const commits = (of: HubDouble) => of.org.repositories().map((repository) => repository.commits.map(({ id }) => id))
    expect(commits(other)).toEqual(commits(double))
    await other.close()
  })

  test('says on every card that it is a double', () => {
    for (const { commits } of double.org.repositories()) {
      const card = commits.at(-1)?.files.get('README.md')?.content ?? new Uint8Array()
      expect(Buffer.from(card).toString()).toContain('test double')
    }
  })
})
