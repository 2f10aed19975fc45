import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseJson } from '#lib/adapters/huggingface/json.ts'
import { refusalOf } from '#lib/adapters/huggingface/refusal.ts'
import { readModel, readModels } from '#lib/adapters/huggingface/shapes.ts'
import type { OutboundGuard } from '#lib/adapters/outbound/guard.ts'
import { hubUnderTest } from '../support/hub-double/hub-under-test.ts'

const FOLDER = new URL('../../../shared/data/hub-recordings/', import.meta.url)
const files = existsSync(FOLDER) ? readdirSync(FOLDER) : []
const bodies = files.filter((file) => file.endsWith('__200.json'))
const infos = bodies.filter((file) => file.startsWith('hf_models_') && !file.includes('_expand_'))
const bytesOf = (file: string) => readFileSync(new URL(file, FOLDER))
const read = (file: string) => readModel(parseJson(bytesOf(file), 'recording'), 'asked/for', 'recording')

describe.skipIf(files.length === 0)('answers recorded from the hub', () => {
  test('all 34 recorded repositories are read, with commit, date and files', () => {
    expect(infos).toHaveLength(34)
    for (const file of infos) {
      const model = read(file)
      expect(model.commit).toMatch(/^[0-9a-f]{40}$/)
      expect(model.hubObjectId).toMatch(/^[0-9a-f]{24}$/)
      expect(model.lastModifiedAt).toMatch(/Z$/)
      expect(model.files?.length).toBeGreaterThan(0)
    }
  })

  test('answers that hold only what was asked for are read too', () => {
    expect(bodies.length).toBeGreaterThan(infos.length)
    for (const file of bodies) expect(read(file).name).toContain('/')
  })

  test('gating and the absence of a licence are told as recorded', () => {
    expect(read('hf_models_meta_llama_Llama_3.1_8B_Instruct__200.json').gated).toBe('manual')
    expect(read('hf_models_openai_clip_vit_base_patch32__200.json').cardData?.license).toBeUndefined()
  })

  test('as items of one list they are all readable', () => {
    const page = readModels(
      infos.map((file) => parseJson(bytesOf(file), 'recording')),
      'recording',
    )
    expect(page.unreadable).toEqual([])
    expect(page.models).toHaveLength(34)
  })

  test.each(files.filter((file) => file.endsWith('__307.txt')))(
    '%s leads to the repository under its new name',
    async (file) => {
      const location = bytesOf(file).toString('utf8').replace('Temporary Redirect. Redirecting to ', '')
      const target = location.replace('/api/models/', '').split('?')[0] ?? ''
      const sent: string[] = []
      const fetcher: OutboundGuard = {
        async send({ url }) {
          sent.push(url.pathname)
          if (sent.length === 1)
            return { status: 307, headers: new Map([['location', location]]), bytes: bytesOf(file) }
          return { status: 200, headers: new Map(), bytes: Buffer.from(JSON.stringify({ id: target })) }
        },
        close: async () => undefined,
      }
      const answer = await hubUnderTest('https://huggingface.co', { fetcher }).hub.getModel('old-name')
      expect(answer).toMatchObject({ value: { name: target, renamedFrom: 'old-name' }, evidence: { requests: 2 } })
      expect(sent).toEqual(['/api/models/old-name', `/api/models/${target}`])
    },
  )

  test('the recorded missing file is a missing file', () => {
    const lines = bytesOf('qwen_HEAD_resolve_Qwen3.5_0.8B_Base_missing_file__404.headers.txt')
      .toString('utf8')
      .split('\n')
    const headers = new Map(
      lines.flatMap((line) => {
        const [, name, value] = /^([\w-]+): (.*)$/.exec(line) ?? []
        return name !== undefined && value !== undefined ? [[name, value] as const] : []
      }),
    )
    const error = refusalOf({
      url: 'recording',
      status: 404,
      headers,
      bytes: new Uint8Array(),
      operation: 'model',
      hasToken: false,
      retryAfter: null,
      requests: 1,
    })
    expect(error).toMatchObject({ kind: 'file_not_found', message: 'The hub answered 404: Entry not found' })
  })
})

describe('one wrong field', () => {
  test.each([
    ['sha', 42],
    ['sha', 'main'],
    ['tags', 'license:mit'],
    ['cardData', ['license']],
    ['gated', 'perhaps'],
    ['private', 'no'],
    ['lastModified', 'yesterday'],
    ['safetensors', { total: 'many' }],
    ['usedStorage', -1],
    ['id', '../../etc'],
    ['id', undefined],
  ])('%s as %j makes its repository unreadable and no other', (field, wrong) => {
    const page = readModels([{ id: 'a/good' }, { id: 'a/bad', [field]: wrong }, null, 7], 'url')
    expect(page.models.map((model) => model.name)).toEqual(['a/good'])
    expect(page.unreadable).toHaveLength(3)
    expect(page.unreadable[0]?.reason).toContain(field)
  })

  test('JSON nested without end is refused, not fatal', () => {
    const deep = Buffer.from(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
    expect(() => parseJson(deep, 'url')).toThrow(expect.objectContaining({ name: 'HubError' }))
  })
})
