import { NextRequest } from 'next/server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { providerFetch } from '#lib/auth/provider-fetch.ts'
import { readEnvironment } from '#lib/environment.ts'
import { proxy } from '#proxy.ts'
import { problemsIn } from '#scripts/lib/environment.mjs'

const OIDC = { AUTH_OIDC_ISSUER: 'https://login.example.com/realms/a', AUTH_OIDC_ID: 'id', AUTH_OIDC_SECRET: 'secret' }

afterEach(() => vi.unstubAllEnvs())

describe('the start and the server agree on', () => {
  const cases: [string, Record<string, string>, boolean][] = [
    ['all three values', OIDC, true],
    ['none', {}, true],
    ['no secret', { ...OIDC, AUTH_OIDC_SECRET: '' }, false],
    ['no issuer', { ...OIDC, AUTH_OIDC_ISSUER: '' }, false],
    ['no https', { ...OIDC, AUTH_OIDC_ISSUER: 'http://login.example.com' }, false],
    ['no https, in a test', { ...OIDC, AUTH_OIDC_ISSUER: 'http://127.0.0.1:9', WEIGHBRIDGE_TEST: '1' }, true],
    ['an issuer with a query', { ...OIDC, AUTH_OIDC_ISSUER: 'https://login.example.com/?a=b' }, false],
    ['an issuer with a user name', { ...OIDC, AUTH_OIDC_ISSUER: 'https://a@login.example.com/' }, false],
    ['an issuer that is no address', { ...OIDC, AUTH_OIDC_ISSUER: 'login.example.com' }, false],
    ['a short AUTH_SECRET', { AUTH_SECRET: 'short' }, false],
  ]
  test.each(cases)('%s', (_, env, isFine) => {
    const problems = problemsIn(env)
    expect(problems.length === 0).toBe(isFine)
    if (isFine) expect(() => readEnvironment(env)).not.toThrow()
    else expect(() => readEnvironment(env)).toThrow(/^AUTH_/)
    for (const problem of problems) expect(problem).toMatch(/AUTH_/)
  })
})

describe('the content security policy', () => {
  const policy = () =>
    proxy(new NextRequest('https://weighbridge.example/sign-in')).headers.get('content-security-policy')

  test('lets forms lead to the issuer, where there is one, and nowhere else', () => {
    vi.stubEnv('AUTH_OIDC_ISSUER', OIDC.AUTH_OIDC_ISSUER)
    expect(policy()).toContain("; form-action 'self' https://login.example.com; ")
    vi.stubEnv('AUTH_OIDC_ISSUER', '')
    expect(policy()).toContain("; form-action 'self'; ")
  })
})

describe('asking the provider', () => {
  test('of an issuer with https never happens without https, wherever its discovery document points', async () => {
    await expect(providerFetch('https://login.example.com')('http://login.example.com/token')).rejects.toThrow(
      'without https',
    )
    await expect(providerFetch('http://127.0.0.1:9')('file:///etc/hostname')).rejects.toThrow('without https')
  })
})
