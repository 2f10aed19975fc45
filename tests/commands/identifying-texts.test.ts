import { gzipSync } from 'node:zlib'
import apache from 'spdx-license-list/licenses/Apache-2.0.json' with { type: 'json' }
import mit from 'spdx-license-list/licenses/MIT.json' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POST as postIdentify } from '#app/api/v1/licence-texts/identify/route.ts'
import { POST as postBatch } from '#app/api/v1/licence-texts/identify-batch/route.ts'
import { createToken } from '#lib/auth/commands/tokens.ts'
import { readEnvironment } from '#lib/environment.ts'
import { identifyAnswer, identifyLine } from '#lib/licences/schema.ts'
import { openRuntime, operator, type Runtime } from '#lib/wiring.ts'
import { useDatabase } from '#tests/support/database.ts'

// Nothing of what is identified is kept, so the database only says who asks.
const database = useDatabase()
const APACHE = apache.licenseText
const MIT = mit.licenseText

let runtime: Runtime
let token: string

beforeAll(async () => {
  runtime = openRuntime(database.url, readEnvironment({ DATABASE_URL: database.url }), { poolSize: 2 })
  globalThis.__weighbridge = runtime
  const made = await createToken(runtime.ctxFor(operator('test')), { name: 'reader', scope: 'read', expiresInDays: 1 })
  token = made.token
})
afterAll(() => runtime.close())

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>

function send(
  handler: (request: Request) => Promise<Response>,
  body: Body,
  headers: Record<string, string>,
): Promise<Response> {
  const sent = { authorization: `Bearer ${token}`, ...headers }
  const init = { method: 'POST', body, headers: sent, duplex: 'half' }
  return handler(new Request('http://127.0.0.1/api/v1/licence-texts/identify', init))
}

const identify = (body: Body, headers: Record<string, string> = {}) =>
  send(postIdentify, body, { 'content-type': 'text/plain', ...headers })

async function found(body: Body) {
  const answer = await identify(body)
  expect(answer.status).toBe(200)
  return identifyAnswer.parse(await answer.json())
}

async function refusedWith(answer: Response): Promise<{ status: number; rules: string[] }> {
  const { errors } = await answer.json()
  for (const error of errors) expect(error).toEqual(expect.objectContaining({ field: '', remedy: expect.any(String) }))
  return { status: answer.status, rules: errors.map((error: { rule: string }) => error.rule) }
}

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

describe('one text', () => {
  test('a licence is named, whatever its layout and its encoding', async () => {
    expect(await found(APACHE)).toMatchObject({ verdict: 'MATCH', licence: 'Apache-2.0', closest: 'Apache-2.0' })
    const reflowed = MIT.replaceAll(/(?<!\n)\n(?!\n)/g, '\r\n  ')
    expect(await found(`\ufeff${reflowed}`)).toMatchObject({ verdict: 'MATCH', licence: 'MIT' })
    expect(await found(bytes(`\ufeff${APACHE}`, 'utf16le'))).toMatchObject({ verdict: 'MATCH', licence: 'Apache-2.0' })
    expect(await found(bytes(`${MIT}\nCopyright (c) J\u00f6rg`, 'latin1'))).toMatchObject({ licence: 'MIT' })
  })

  test('zero-width characters and bidirectional controls between words change no name', async () => {
    const hidden = MIT.replaceAll(' of ', ' \u202eof\u202c ').replaceAll('permission', 'per\u200bmission')
    expect(await found(hidden)).toMatchObject({ verdict: 'MATCH', licence: 'MIT' })
  })

  test('a text of one word, of no word, or of a word that objects know is no licence', async () => {
    for (const text of ['license '.repeat(100_000), '', ' \n ', 'constructor __proto__ toString '.repeat(50)]) {
      expect(await found(text)).toMatchObject({ verdict: 'UNKNOWN', licence: null, parts: [] })
    }
  })

  test('ten thousand clauses are judged as one text that is no licence', async () => {
    const clauses = Array.from({ length: 10_000 }, (_, n) => `${n + 1}. You shall keep part ${n * 7919} of it.`)
    expect(await found(clauses.join('\n'))).toMatchObject({ verdict: 'UNKNOWN', licence: null })
  })

  test('bytes that are no text are refused as such', async () => {
    expect(await refusedWith(await identify(bytes(`${MIT}\0`)))).toEqual({ status: 422, rules: ['text.binary'] })
    expect(await refusedWith(await identify(bytes(MIT, 'utf16le')))).toEqual({ status: 422, rules: ['text.binary'] })
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    expect(await refusedWith(await identify(picture))).toEqual({ status: 422, rules: ['text.binary'] })
  })

  test('200 MB are refused before they are read, whether or not they were announced', async () => {
    let taken = 0
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          taken += 65_536
          if (taken > 200_000_000) controller.close()
          else controller.enqueue(new Uint8Array(65_536).fill(97))
        },
      })
    expect(await refusedWith(await identify(endless()))).toEqual({ status: 413, rules: ['text.too-large'] })
    expect(taken).toBeLessThan(2_000_000)
    taken = 0
    const announced = await identify(endless(), { 'content-length': '200000000' })
    expect(await refusedWith(announced)).toEqual({ status: 413, rules: ['text.too-large'] })
    expect(taken).toBeLessThan(200_000)
  })

  test('a packed text is read, and what unpacks to more than a text may hold is refused', async () => {
    const packed = await identify(new Uint8Array(gzipSync(MIT)), { 'content-encoding': 'gzip' })
    expect(await packed.json()).toMatchObject({ licence: 'MIT' })
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(50_000_000, 97)))
    expect(await refusedWith(await identify(bomb, { 'content-encoding': 'gzip' }))).toEqual({
      status: 413,
      rules: ['text.too-large'],
    })
    expect(await refusedWith(await identify(MIT, { 'content-encoding': 'gzip' }))).toEqual({
      status: 422,
      rules: ['body.unpacked'],
    })
  })

  test('another type of body, or another packing, is refused by name', async () => {
    const html = await identify('<p>', { 'content-type': 'text/html' })
    expect(await refusedWith(html)).toEqual({ status: 415, rules: ['body.type'] })
    const brotli = await identify(MIT, { 'content-encoding': 'br' })
    expect(await refusedWith(brotli)).toEqual({ status: 415, rules: ['body.encoding'] })
  })

  test('nobody is answered who does not say who they are', async () => {
    const request = new Request('http://127.0.0.1/', {
      method: 'POST',
      body: MIT,
      headers: { authorization: 'Bearer x' },
    })
    expect((await postIdentify(request)).status).toBe(401)
  })
})

describe('many texts', () => {
  const batch = (body: Body, headers: Record<string, string> = {}) =>
    send(postBatch, body, { 'content-type': 'application/x-ndjson', ...headers })
  const line = (value: unknown) => `${JSON.stringify(value)}\n`

  async function answers(body: Body) {
    const answer = await batch(body)
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = (await answer.text()).trimEnd().split('\n')
    return lines.map((text) => identifyLine.parse(JSON.parse(text)))
  }

  test('each line is answered in its order, with the licence only where a whole one stands', async () => {
    const given = [
      line({ key: 'a', text: APACHE }),
      line({ key: 'b', text: 'No licence at all.' }),
      line({ key: 'c', text: MIT }),
    ]
    expect(await answers(given.join(''))).toMatchObject([
      { key: 'a', verdict: 'MATCH', licence: 'Apache-2.0', closest: 'Apache-2.0', similarity: 1 },
      { key: 'b', verdict: 'UNKNOWN', licence: null, parts: [] },
      { key: 'c', verdict: 'MATCH', licence: 'MIT' },
    ])
  })

  test('a bad line says why under its key where it has one, and the rest goes on', async () => {
    const given = [
      '{"key": "cut", "text": "\n',
      line({ key: 'no text' }),
      line(['key', 'text']),
      line({ key: 'nul', text: 'a\0b' }),
      line({ key: 'huge', text: 'x'.repeat(1_100_000) }),
      `{"key":"longer than any line","text":"${'x'.repeat(7_000_000)}"}\n`,
      line({ key: 'good', text: MIT }),
    ]
    const told = (await answers(given.join(''))).map(({ key, licence, error }) => [key, licence, error?.rule])
    expect(told).toEqual([
      [null, null, 'line.malformed'],
      ['no text', null, 'text.missing'],
      [null, null, 'body.wrong-type'],
      ['nul', null, 'text.binary'],
      ['huge', null, 'text.too-large'],
      [null, null, 'text.too-large'],
      ['good', 'MIT', undefined],
    ])
  })

  test('a body that does not unpack is answered so far as it went, and its last line says why', async () => {
    const notPacked = await batch(line({ key: 'a', text: MIT }), { 'content-encoding': 'gzip' })
    expect(JSON.parse(await notPacked.text())).toMatchObject({ key: null, error: { rule: 'body.unpacked' } })
    const packed = gzipSync(
      Array.from({ length: 500 }, (_, n) => line({ key: `${n}`, text: `${MIT} ${Math.random()}` })).join(''),
    )
    const cut = await batch(new Uint8Array(packed.subarray(0, packed.length - 400)), { 'content-encoding': 'gzip' })
    const told = (await cut.text())
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one))
    expect(told.slice(0, -1).map(({ key }) => key)).toEqual(told.slice(0, -1).map((_, n) => `${n}`))
    expect(told.at(-1)).toMatchObject({ key: null, error: { rule: 'body.unpacked', remedy: expect.any(String) } })
  })

  test('answers come while texts still arrive, and no more is taken than is being judged', async () => {
    let taken = 0
    const text = `${MIT}\n`.repeat(45)
    const given = new ReadableStream<Uint8Array>({
      pull(controller) {
        taken += 1
        if (taken > 2_000) controller.close()
        else controller.enqueue(bytes(line({ key: String(taken), text })))
      },
    })
    const reader = (await batch(given)).body?.getReader()
    const first = await reader?.read()
    expect(JSON.parse(new TextDecoder().decode(first?.value))).toMatchObject({ key: '1' })
    expect(taken).toBeLessThan(100)
    await reader?.cancel()
  })

  test('an empty body has no answers', async () => {
    expect(await (await batch('')).text()).toBe('')
  })
})
