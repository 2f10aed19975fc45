import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor.ts'

test.each([[['name', 'next', 'Ünïcode – 検索 🔎', 'id']], [[1, -2.5, null]], [[]]])(
  '%j comes back as it was',
  (values) => {
    const text = encodeCursor(values)
    expect(text).toMatch(/^[\w-]+$/)
    expect(decodeCursor(text)).toEqual(values)
  },
)

test.each([
  ['nothing', ''],
  ['prose', 'not a cursor'],
  ['something that is no JSON', Buffer.from('[1,').toString('base64url')],
  ['an object', Buffer.from('{"a":1}').toString('base64url')],
  ['a list that holds a list', Buffer.from('[[1]]').toString('base64url')],
  ['a name with NUL', Buffer.from(String.raw`["a\u0000"]`).toString('base64url')],
  ['half a character', Buffer.from(String.raw`["\ud800"]`).toString('base64url')],
  ['a very long text', 'A'.repeat(2001)],
])('%s is no cursor', (_, text) => {
  expect(decodeCursor(text)).toBeNull()
})
