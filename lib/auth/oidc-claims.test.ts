import { expect, test } from 'vitest'
import { readClaims } from './oidc-claims.ts'

const SAID = { email: 'Grace@Example.com', email_verified: true, name: 'Grace Hopper' }

test('reads mail address, in lower case, and name', () => {
  expect(readClaims('s-1', SAID)).toEqual({
    subject: 's-1',
    email: 'grace@example.com',
    isEmailVerified: true,
    name: 'Grace Hopper',
  })
})

test.each([undefined, null, '', 'no address', 7, ['a@example.com'], `${'a'.repeat(255)}@example.com`])(
  'takes a mail address one cannot write to as none: %j',
  (email) => {
    expect(readClaims('s-1', { ...SAID, email }).email).toBeNull()
  },
)

test.each([false, undefined, null, 'yes', 'false', 1])('takes only true for verified, not %j', (verified) => {
  expect(readClaims('s-1', { ...SAID, email_verified: verified }).isEmailVerified).toBe(false)
})

test('reads a provider that writes true as a word', () => {
  expect(readClaims('s-1', { ...SAID, email_verified: 'true' }).isEmailVerified).toBe(true)
})

test('falls back from a name that is missing or holds control characters', () => {
  expect(readClaims('s-1', { ...SAID, name: 'a\u0000b', preferred_username: 'grace' }).name).toBe('grace')
  expect(readClaims('s-1', { email: 'grace@example.com' }).name).toBe('grace@example.com')
  expect(readClaims('s-1', 'not even an object').name).toBe('s-1')
})
