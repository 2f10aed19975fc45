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
