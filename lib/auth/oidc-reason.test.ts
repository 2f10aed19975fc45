import { expect, test } from 'vitest'
import { reasonOf } from './oidc-reason.ts'

test('names every cause from the outside in, also those Auth.js has wrapped', () => {
  const inner = Object.assign(new TypeError('server responded with an error'), { error: 'invalid_grant', status: 400 })
  const outer = new Error('Read more at https://errors.authjs.dev#callbackrouteerror', { cause: { err: inner } })
  expect(reasonOf(outer)).toBe('Error <- TypeError server responded with an error (invalid_grant) (HTTP 400)')
})

test('stays one line, however a message was written, and however long', () => {
  const reason = reasonOf(new Error(`a\r\nsingle sign-on worked\u001b[2J${'x'.repeat(10_000)}`))
  expect(reason).toMatch(/^Error a single sign-on worked \[2Jx+$/)
  expect(reason).toHaveLength(500)
})

test('comes to an end when causes go round in a circle', () => {
  const error = new Error('again')
  error.cause = error
  expect(reasonOf(error).split(' <- ')).toHaveLength(5)
})
