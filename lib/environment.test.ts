import { expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'

test('an empty environment is a working one', () => {
  const env = readEnvironment({})
  expect(env.publicUrl).toBe('http://127.0.0.1:3000')
  expect(env.hubEndpoint).toBe('https://huggingface.co')
  expect(env.databaseUrl).toBeNull()
})

test.each([
  ['PORT', 'seven'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://x'],
  ['HF_ENDPOINT', 'ftp://hub'],
  ['WEIGHBRIDGE_URL', 'weighbridge'],
  ['WEIGHBRIDGE_LOOK_INTERVAL', '1'],
])('a malformed %s is refused by name (%s)', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(name)
})

test('half an administrator is refused', () => {
  expect(() => readEnvironment({ WEIGHBRIDGE_ADMIN_EMAIL: 'a@b.example' })).toThrow('WEIGHBRIDGE_ADMIN_PASSWORD')
})

test('a test clock counts only where tests run', () => {
  expect(readEnvironment({ WEIGHBRIDGE_TEST_CLOCK: '/x' }).testClock).toBeNull()
  expect(readEnvironment({ WEIGHBRIDGE_TEST: '1', WEIGHBRIDGE_TEST_CLOCK: '/x' }).testClock).toBe('/x')
})

const OIDC = {
  AUTH_OIDC_ISSUER: 'https://login.example.com/realms/weigh',
  AUTH_OIDC_ID: 'weighbridge',
  AUTH_OIDC_SECRET: 'from the identity provider',
}

test('an identity provider is named by three values, or there is none', () => {
  expect(readEnvironment({}).oidc).toBeNull()
  expect(readEnvironment(OIDC).oidc).toEqual({
    issuer: 'https://login.example.com/realms/weigh',
    clientId: 'weighbridge',
    clientSecret: 'from the identity provider',
  })
  for (const missing of Object.keys(OIDC))
    expect(() => readEnvironment({ ...OIDC, [missing]: '' }), missing).toThrow(
      /AUTH_OIDC_ISSUER, AUTH_OIDC_ID and AUTH_OIDC_SECRET go together/,
    )
})

test.each([
  'login.example.com',
  'ftp://login.example.com',
  'https://a:b@login.example.com',
  'https://x.example/?a',
  'https://x.example/#',
])('a malformed issuer is refused by name: %s', (issuer) => {
  expect(() => readEnvironment({ ...OIDC, AUTH_OIDC_ISSUER: issuer })).toThrow(/^AUTH_OIDC_ISSUER/)
})

test('an issuer without https counts only where tests run', () => {
  const http = { ...OIDC, AUTH_OIDC_ISSUER: 'http://127.0.0.1:9000' }
  expect(() => readEnvironment(http)).toThrow('AUTH_OIDC_ISSUER: must begin with https://.')
  expect(readEnvironment({ ...http, WEIGHBRIDGE_TEST: '1' }).oidc?.issuer).toBe('http://127.0.0.1:9000')
})

test('an issuer has one spelling, whether or not a slash follows its bare host', () => {
  const issuerOf = (issuer: string) => readEnvironment({ ...OIDC, AUTH_OIDC_ISSUER: issuer }).oidc?.issuer
  expect(issuerOf('https://Login.example.com/')).toBe('https://login.example.com')
  expect(issuerOf('https://login.example.com/a/')).toBe('https://login.example.com/a/')
})

test('a short secret is refused by name and not repeated', () => {
  expect(() => readEnvironment({ AUTH_SECRET: 'too short' })).toThrow(/^AUTH_SECRET: has fewer than 32 characters\.$/)
  expect(readEnvironment({ AUTH_SECRET: 'x'.repeat(32) }).authSecret).toBe('x'.repeat(32))
})
