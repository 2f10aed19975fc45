import { expect, test } from 'vitest'
import { z } from 'zod'
import { readPageParams, readParams } from './list-params.ts'

const schema = z.object({ q: z.string().max(5).optional(), limit: z.coerce.number().int().min(1).default(50) })

test('parameters are read by their schema, and those of others are passed over', () => {
  expect(readParams(schema, new URLSearchParams('q=a&limit=7&density=roomy'))).toEqual({
    ok: true,
    value: { q: 'a', limit: 7 },
  })
})

test('an empty parameter asks for nothing, and of two the first counts', () => {
  expect(readParams(schema, { q: '', limit: ['3', '4'] })).toEqual({ ok: true, value: { limit: 3 } })
})

test('a wrong parameter is refused by name on the API, and left out on a page', () => {
  const params = { q: 'far too long', limit: '2' }
  expect(readParams(schema, params)).toMatchObject({ ok: false, refusals: [{ field: '/q', rule: 'q.too-long' }] })
  expect(readPageParams(schema, params)).toMatchObject({ value: { limit: 2 }, refusals: [{ field: '/q' }] })
})
