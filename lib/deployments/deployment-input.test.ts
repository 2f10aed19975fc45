import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readDeployments } from './deployment-batch.ts'
import { readDeployment, slugOf } from './deployment-input.ts'
import { modelFitRefusals } from './model-fit.ts'
import { REGION_CODES } from './region.ts'
import { revisionRequest } from './revision-input.ts'
import { deploymentBodySchema, deploymentSchema } from './schema.ts'

const now = new Date('2026-11-23T09:00:00Z')
const COMMIT = '0123456789abcdef0123456789abcdef01234567'

const body = {
  team: 'search',
  model: 'Qwen/Qwen3-8B',
  revision: { kind: 'commit', value: COMMIT },
  name: 'Answers in search',
  environment: 'production',
  purpose: 'Answers questions\nfrom the public site.',
  use: 'commercial',
  exposure: 'customers',
  accessChannel: 'own_weights',
  provider: null,
  owner: 'a@b.example',
  monthlyActiveUsers: null,
  regions: ['DE'],
}

function rulesOf(changes: Record<string, unknown>): string[] {
  const read = readDeployment({ ...body, ...changes }, now)
  return read.ok ? [] : read.refusals.map((refusal) => `${refusal.field} ${refusal.rule}`)
}

describe('a deployment', () => {
  test('is taken as it was sent when nothing is wrong with it', () => {
    expect(readDeployment(body, now)).toEqual({ ok: true, value: { ...body, startsOn: null } })
  })

  test('may leave out what is not known', () => {
    const { provider, monthlyActiveUsers, regions, ...least } = body
    expect(readDeployment(least, now)).toMatchObject({
      ok: true,
      value: { provider: null, monthlyActiveUsers: null, regions: [] },
    })
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['a purpose of one megabyte', { purpose: 'x'.repeat(1_000_000) }, '/purpose purpose.too-long'],
    ['control characters in the purpose', { purpose: 'a\u0000b' }, '/purpose purpose.control-characters'],
    ['control characters in the name', { name: 'a\u0007b' }, '/name name.control-characters'],
    ['a line break in the name', { name: 'a\nb' }, '/name name.control-characters'],
    ['text that reorders what is read', { name: 'safe\u202Eexe' }, '/name name.control-characters'],
    ['a formula as name', { name: "=cmd|' /C calc'!A0" }, '/name name.formula'],
    ['a formula as purpose', { purpose: '=1+1' }, '/purpose purpose.formula'],
    ['a script', { purpose: 'Hello <script>alert(1)</script>' }, '/purpose purpose.markup'],
    ['an image with a handler', { name: 'x <img src=x onerror=alert(1)>' }, '/name name.markup'],
    ['a name without letters', { name: '—!—' }, '/name name.slug'],
    ['nothing but spaces', { name: '   ' }, '/name name.empty'],
    ['negative users', { monthlyActiveUsers: -1 }, '/monthlyActiveUsers monthlyActiveUsers.too-small'],
    ['half a user', { monthlyActiveUsers: 1.5 }, '/monthlyActiveUsers monthlyActiveUsers.wrong-type'],
    [
      'more users than people',
      { monthlyActiveUsers: 8_000_000_001 },
      '/monthlyActiveUsers monthlyActiveUsers.too-large',
    ],
    ['a day in the past', { startsOn: '2026-11-22' }, '/startsOn startsOn.past'],
    ['a day that does not exist', { startsOn: '2026-02-30' }, '/startsOn startsOn.wrong-form'],
    ['a region that is none', { regions: ['DE', 'UK'] }, '/regions/1 regions.code'],
    ['a union for its members', { regions: ['EU'] }, '/regions/0 regions.code'],
    ['an owner without an address', { owner: 'the platform team' }, '/owner owner.email'],
    ['a team that is no slug', { team: '../search' }, '/team team.slug'],
    ['no provider for an API', { accessChannel: 'provider_api' }, '/provider provider.missing'],
    ['no provider for hosted weights', { accessChannel: 'hosted_open_weights' }, '/provider provider.missing'],
    [
      'a commit with a space',
      { revision: { kind: 'commit', value: 'my branch' } },
      '/revision/value revision.value.commit',
    ],
    [
      'a commit that is an option',
      { revision: { kind: 'commit', value: '--upload-pack=x' } },
      '/revision/value revision.value.commit',
    ],
    [
      'a commit that climbs',
      { revision: { kind: 'commit', value: 'a/../b' } },
      '/revision/value revision.value.commit',
    ],
    [
      'a digest given as commit',
      { revision: { kind: 'commit', value: 'a'.repeat(64) } },
      '/revision/value revision.value.commit',
    ],
    ['a short digest', { revision: { kind: 'digest', value: 'abc' } }, '/revision/value revision.value.digest'],
    ['unknown without a reason', { revision: { kind: 'unknown' } }, '/revision/reason revision.reason.missing'],
    [
      'unknown with an empty reason',
      { revision: { kind: 'unknown', reason: ' ' } },
      '/revision/reason revision.reason.empty',
    ],
    [
      'another kind of revision',
      { revision: { kind: 'tag', value: 'v1' } },
      '/revision/kind revision.kind.not-a-choice',
    ],
    ['no kind of revision', { revision: { value: 'v1' } }, '/revision/kind revision.kind.missing'],
    ['another environment', { environment: 'prod' }, '/environment environment.not-a-choice'],
    ['a missing field', { use: undefined }, '/use use.missing'],
    ['a field nobody knows', { licence: 'MIT' }, '/licence body.unknown-field'],
  ])('with %s is refused, naming field and rule', (_, changes, expected) => {
    expect(rulesOf(changes)).toEqual([expected])
  })

  test('hears everything that is wrong at once, each with a remedy', () => {
    const read = readDeployment({ ...body, name: '=x', owner: 'x', regions: ['XX'] }, now)
    expect(read.ok ? [] : read.refusals.map((refusal) => refusal.rule)).toEqual([
      'name.formula',
      'owner.email',
      'regions.code',
    ])
    expect(read.ok ? [] : read.refusals.every((refusal) => refusal.message !== '' && refusal.remedy !== '')).toBe(true)
  })

  test('hears what its fields say also when others have the wrong shape', () => {
    const read = readDeployment({ ...body, name: '=x', use: '', monthlyActiveUsers: -1, owner: 'x' }, now)
    expect(read.ok ? [] : read.refusals.map((refusal) => refusal.rule)).toEqual([
      'use.not-a-choice',
      'monthlyActiveUsers.too-small',
      'name.formula',
      'owner.email',
    ])
  })

  test('names the place of a region as it was sent, also when another stands there twice', () => {
    expect(rulesOf({ regions: ['de', 'DE', 'UK'] })).toEqual(['/regions/2 regions.code'])
  })

  test('may write prose with signs, other scripts and today as its first day', () => {
    expect(rulesOf({ purpose: '- answers under <100 ms, a <b and c> d\n\t+ 検索 – 🔎' })).toEqual([])
    expect(rulesOf({ name: '検索' })).toEqual([])
    expect(rulesOf({ startsOn: '2026-11-23' })).toEqual([])
  })

  test('keeps a first day that has passed since when it is edited, and takes no other past day', () => {
    const standing = { startsOn: '2026-11-01' }
    expect(readDeployment({ ...body, startsOn: '2026-11-01' }, now, '', standing).ok).toBe(true)
    expect(readDeployment({ ...body, startsOn: '2026-11-02' }, now, '', standing)).toMatchObject({
      refusals: [{ field: '/startsOn', rule: 'startsOn.past' }],
    })
  })

  test('is one deployment in whatever spelling it comes', () => {
    const read = readDeployment(
      { ...body, name: ' Cafe\u0301 ', regions: ['de', 'DE', ' fr '], purpose: 'a\r\nb ' },
      now,
    )
    expect(read).toMatchObject({ ok: true, value: { name: 'Café', regions: ['DE', 'FR'], purpose: 'a\nb' } })
    expect(slugOf('Café, Version 2')).toBe('café-version-2')
  })

  test.each([null, 5, 'text', []])('is not %j', (raw) => {
    expect(readDeployment(raw, now)).toMatchObject({ ok: false, refusals: [{ field: '', rule: 'body.wrong-type' }] })
  })
})

describe('a revision', () => {
  test.each([
    [COMMIT.toUpperCase(), { kind: 'commit', value: COMMIT, isResolved: true }],
    ['main', { kind: 'commit', value: 'main', isResolved: false }],
    ['refs/pr/1', { kind: 'commit', value: 'refs/pr/1', isResolved: false }],
    ['abcdef1', { kind: 'commit', value: 'abcdef1', isResolved: false }],
  ])('%s is pinned as it stands, or left to the hub to resolve', (value, expected) => {
    const read = readDeployment({ ...body, revision: { kind: 'commit', value } }, now)
    if (!read.ok) throw new Error('refused')
    expect(revisionRequest(read.value.revision)).toEqual(expected)
  })

  test('of a digest may carry its algorithm in front', () => {
    const read = readDeployment({ ...body, revision: { kind: 'digest', value: `sha256:${'A'.repeat(64)}` } }, now)
    expect(read).toMatchObject({ ok: true, value: { revision: { kind: 'digest', value: 'a'.repeat(64) } } })
  })

  test('of an API product cannot be a commit, nor run from weights', () => {
    const input = { accessChannel: 'own_weights', revision: { kind: 'commit', value: COMMIT } } as const
    expect(modelFitRefusals(input, 'api_only').map((refusal) => refusal.rule)).toEqual([
      'accessChannel.no-weights',
      'revision.kind.no-weights',
    ])
    expect(modelFitRefusals(input, 'weights')).toEqual([])
  })
})

describe('many deployments at once', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ ...body, name: `Row ${index}` }))

  test('are read like one', () => {
    expect(readDeployments({ deployments: rows(1_000) }, now)).toMatchObject({ ok: true, value: { length: 1_000 } })
    expect(readDeployments(body, now)).toMatchObject({ ok: true, value: { length: 1 } })
  })

  test('are refused together, each fault with its place', () => {
    const read = readDeployments(
      { deployments: [body, { ...body, name: 'Other', owner: 'x' }, { ...body, name: '=x' }] },
      now,
    )
    expect(read.ok ? [] : read.refusals.map((refusal) => refusal.field)).toEqual([
      '/deployments/1/owner',
      '/deployments/2/name',
    ])
  })

  test.each([
    ['more than 1,000', { deployments: rows(1_001) }, 'deployments.size'],
    ['none', { deployments: [] }, 'deployments.size'],
    ['no list', { deployments: 'all' }, 'deployments.wrong-type'],
    ['a field beside the list', { deployments: rows(1), team: 'search' }, 'body.unknown-field'],
    ['one name twice', { deployments: [body, { ...body, name: 'answers IN search' }] }, 'name.repeated'],
  ])('are refused as %s', (_, raw, rule) => {
    const read = readDeployments(raw, now)
    expect(read.ok ? [] : read.refusals.map((refusal) => refusal.rule)).toEqual([rule])
  })
})

test('the list of regions is whole and in order', () => {
  expect(REGION_CODES).toHaveLength(249)
  expect([...new Set(REGION_CODES)].toSorted()).toEqual(REGION_CODES)
})

test('the body has a JSON Schema in which every field is described', () => {
  const fields = Object.entries(
    z.toJSONSchema(deploymentSchema, { io: 'input' }).$defs?.DeploymentInput?.properties ?? {},
  )
  expect(fields).toHaveLength(Object.keys(deploymentSchema.shape).length)
  const undescribed = fields.filter(([, field]) => typeof field === 'boolean' || field.description === undefined)
  expect(undescribed.map(([name]) => name)).toEqual([])
  expect(() => z.toJSONSchema(deploymentBodySchema, { io: 'input' })).not.toThrow()
})
