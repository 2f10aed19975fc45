import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as listBindings } from '#app/api/v1/bindings/route.ts'
import { GET as listTexts, POST as postText } from '#app/api/v1/licence-texts/route.ts'
import { POST as postReading } from '#app/api/v1/readings/route.ts'
import { createToken } from '#lib/auth/commands/tokens.ts'
import { readEnvironment } from '#lib/environment.ts'
import { MAX_LICENCE_BYTES, sha256Of } from '#lib/licences/licence-text.ts'
import { openRuntime, operator, type Runtime } from '#lib/wiring.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const PLAIN = { 'content-type': 'text/plain' }
const JSON_TYPE = { 'content-type': 'application/json' }

let runtime: Runtime
let token: string

beforeAll(async () => {
  runtime = openRuntime(database.url, readEnvironment({ DATABASE_URL: database.url }), { poolSize: 2 })
  globalThis.__weighbridge = runtime
  const made = await createToken(runtime.ctxFor(operator('test')), { name: 'writer', scope: 'write', expiresInDays: 1 })
  token = made.token
})
afterAll(() => runtime.close())

type Handler = (request: Request) => Promise<Response>
type Body = string | Uint8Array<ArrayBuffer> | FormData

function send(handler: Handler, body: Body, headers: Record<string, string>, query = ''): Promise<Response> {
  const url = `http://127.0.0.1/api${query}`
  return handler(new Request(url, { method: 'POST', body, headers: { authorization: `Bearer ${token}`, ...headers } }))
}

const ask = (handler: Handler, query: string) =>
  handler(new Request(`http://127.0.0.1/api?${query}`, { headers: { authorization: `Bearer ${token}` } }))

async function refusedWith(answer: Response): Promise<{ status: number; fields: string[] }> {
  const { errors } = await answer.json()
  for (const error of errors)
    expect(error).toEqual(expect.objectContaining({ message: expect.any(String), remedy: expect.any(String) }))
  return {
    status: answer.status,
    fields: errors.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`),
  }
}

describe('a text that is sent', () => {
  test('packed is kept unpacked, whichever way it comes', async () => {
    const packed = (text: string) => new Uint8Array(gzipSync(text))
    const plain = await send(postText, packed('Use it for tea.'), { ...PLAIN, 'content-encoding': 'gzip' })
    expect(await plain.json()).toMatchObject({ sha256: sha256Of(Buffer.from('Use it for tea.')) })
    const body = packed(JSON.stringify({ text: 'Use it for coffee.' }))
    const json = await send(postText, body, { ...JSON_TYPE, 'content-encoding': 'gzip' })
    expect(await json.json()).toMatchObject({ sha256: sha256Of(Buffer.from('Use it for coffee.')) })
  })

  test('with a long name of wide letters keeps as much of the name as fits', async () => {
    const answer = await send(postText, 'Use it for cake.', PLAIN, `?fileName=a${encodeURIComponent('😀'.repeat(150))}`)
    expect(answer.status).toBe(201)
  })

  test('otherwise than can be read is refused by field, and nothing is kept', async () => {
    const before = await database.db.licenceText.count()
    const form = new FormData()
    form.set('file', new Blob(['Use it.']), 'LICENSE')
    form.set('note', 'a\0b')
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(20_000_000, 97)))
    const told = [
      await send(postText, 'Use it.', { ...PLAIN, 'content-encoding': 'gzip' }),
      await send(postText, 'Use it.', { ...PLAIN, 'content-encoding': 'br' }),
      await send(postText, bomb, { ...PLAIN, 'content-encoding': 'gzip' }),
      await send(postText, '<a/>', { 'content-type': 'application/xml' }),
      await send(postText, '{', JSON_TYPE),
      await send(postText, JSON.stringify({ text: 'a'.repeat(6 * MAX_LICENCE_BYTES + 20_000) }), JSON_TYPE),
      await send(postText, 'Use it.', PLAIN, '?note=a%00b'),
      await send(postText, form, {}),
    ]
    expect(await Promise.all(told.map(refusedWith))).toEqual([
      { status: 422, fields: [' body.unpacked'] },
      { status: 415, fields: [' body.encoding'] },
      { status: 413, fields: ['/file text.too-large'] },
      { status: 415, fields: [' body.type'] },
      { status: 400, fields: [' body.not-json'] },
      { status: 413, fields: [' body.too-large'] },
      { status: 422, fields: ['/note note.control-characters'] },
      { status: 422, fields: ['/note note.control-characters'] },
    ])
    expect(await database.db.licenceText.count()).toBe(before)
  })
})

describe('what is asked for absurdly', () => {
  test('a value nested thousands deep is refused before anything descends into it', async () => {
    const deep = `{"text": "", "terms": [{"value": ${'['.repeat(20_000)}${']'.repeat(20_000)}}]}`
    expect(await refusedWith(await send(postReading, deep, JSON_TYPE))).toEqual({
      status: 400,
      fields: [' body.too-deep'],
    })
  })

  test('a value without its term is refused rather than passed over', async () => {
    expect(await refusedWith(await ask(listTexts, 'value=no_other_models'))).toEqual({
      status: 422,
      fields: ['/value value.without-term'],
    })
  })

  test('before our calendar nothing was bound, and a cursor with NUL is none', async () => {
    for (const asOf of ['0000-01-01', '0000-01-01T00:00:00Z', '0001-01-01'])
      expect(await (await ask(listBindings, `asOf=${asOf}`)).json(), asOf).toEqual({ items: [], next: null, total: 0 })
    const place = JSON.stringify(['a\0', 0, '01a21370-4ee8-7471-919f-28815c0b9151'])
    const answer = await ask(listBindings, `cursor=${Buffer.from(place).toString('base64url')}`)
    expect(await refusedWith(answer)).toEqual({ status: 422, fields: ['/cursor cursor.malformed'] })
  })
})
