import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { proxy } from '#proxy.ts'

test.each(['/api/v1/licence-texts/%ff', '/licences/%c3%28', '/models/%'])(
  'the address %s, which is not UTF-8, is refused with the rule and the way out',
  async (path) => {
    const answer = proxy(new NextRequest(`http://127.0.0.1${path}`))
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const { errors } = await answer.json()
    expect(errors).toEqual([
      { field: '', rule: 'address.malformed', message: expect.any(String), remedy: expect.any(String) },
    ])
  },
)

test('an address with letters of any script goes on its way', () => {
  for (const path of ['/models/Qwen%2FQwen3', '/licences/%E8%A8%B1', '/licences/a%00b'])
    expect(proxy(new NextRequest(`http://127.0.0.1${path}`)).status).toBe(200)
})
