import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each(['/', '/deployments', '/deployments?team=search&sort=name', '/reports/2026-W10#changes'])(
  'lets a path of this site through: %s',
  (path) => {
    expect(localPath(path)).toBe(path)
  },
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\\evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  ' //evil.example',
  'deployments',
  '',
  null,
  undefined,
  ['/deployments'],
])('turns what leads elsewhere into the first page: %j', (to) => {
  expect(localPath(to)).toBe('/')
})
