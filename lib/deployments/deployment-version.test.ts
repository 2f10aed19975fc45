import { expect, test } from 'vitest'
import { type DeploymentVersion, inputOf, versionChanges } from './deployment-version.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const first: DeploymentVersion = {
  n: 1,
  name: 'Answers',
  model: 'Qwen/Qwen3-8B',
  modelId: 'm',
  modelKind: 'weights',
  revision: { kind: 'commit', value: COMMIT, isConfirmed: true },
  unknownBecause: null,
  requested: 'main',
  environment: 'production',
  purpose: 'Answers questions.',
  use: 'commercial',
  exposure: 'customers',
  accessChannel: 'own_weights',
  provider: null,
  owner: 'a@example.com',
  monthlyActiveUsers: null,
  regions: ['DE'],
  startsOn: null,
  pinnedTextSha: 'aa',
  pinnedLicenceId: 'Apache-2.0',
  isRetired: false,
  recordedAt: new Date('2026-11-23T09:00:00Z'),
  recordedBy: 'Ada',
}

test('a version that says the same changed nothing, whoever saved it and when', () => {
  expect(versionChanges(first, { ...first, n: 2, recordedBy: 'Bea', recordedAt: new Date() })).toEqual([])
})

test('a version names every field that reads otherwise, before and after', () => {
  const second = { ...first, n: 2, regions: ['DE', 'FR'], monthlyActiveUsers: 0, owner: 'b@example.com' }
  expect(versionChanges(first, second)).toEqual([
    { field: 'owner', before: 'a@example.com', after: 'b@example.com' },
    { field: 'monthlyActiveUsers', before: null, after: '0' },
    { field: 'regions', before: 'DE', after: 'DE, FR' },
  ])
})

test('a revision nobody knows is told by its reason, and by being confirmed no longer', () => {
  const second: DeploymentVersion = {
    ...first,
    revision: { kind: 'unknown', value: null, isConfirmed: false },
    unknownBecause: 'The image was built elsewhere.',
    pinnedTextSha: null,
  }
  expect(versionChanges(first, second)).toEqual([
    { field: 'revision', before: COMMIT, after: 'The image was built elsewhere.' },
    { field: 'confirmed', before: 'yes', after: 'no' },
    { field: 'licenceText', before: 'aa', after: null },
  ])
})

test('what a branch was resolved to is handed back to an editor, so that saving moves nothing', () => {
  expect(inputOf(first, 'search').revision).toEqual({ kind: 'commit', value: COMMIT })
})
