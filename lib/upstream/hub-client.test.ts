import { expect, test, vi } from 'vitest'
import { HubError } from './hub-client.ts'

test('an error of the hub is known as one to every copy of this module a server may load', async () => {
  vi.resetModules()
  const other = await import('./hub-client.ts')
  expect(other.HubError).not.toBe(HubError)
  const error = new other.HubError('rate_limited', 'Wait.', { url: 'https://hub.example' })
  expect(error instanceof HubError).toBe(true)
  expect(new Error('Wait.') instanceof HubError).toBe(false)
})
