import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as getText } from '#app/api/v1/licence-texts/[sha]/route.ts'
import { GET as getLicence } from '#app/api/v1/licences/[id]/route.ts'
import { GET as getLicences } from '#app/api/v1/licences/route.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { listLicenceLedger } from '#lib/deployments/queries/licence-ledger.ts'
import { findLicenceUse } from '#lib/deployments/queries/licence-users.ts'
import { listConclusions } from '#lib/licences/queries/conclusions.ts'
import { findTextRecord, listClaimedDates } from '#lib/licences/queries/text-record.ts'
import { licenceDetail, licenceItem, licenceTextDetail } from '#lib/licences/schema.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { aDeployment, type Company } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type Ledger, openLedger } from '#tests/support/ledger.ts'

// A hub with a model under Apache-2.0 and one under a text nobody knows; two teams, each with deployments of its own.
const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')

let ledger: Ledger
let company: Company
let apache: string

beforeAll(async () => {
  ledger = await openLedger(database, clock)
  company = ledger.company
  apache = ledger.apache
  await aDeployment(company.member, {})
  await aDeployment(company.member, {})
  await aDeployment(company.stranger, { team: 'ads' })
})
afterAll(() => ledger.close())

const request = (path: string, headers: Record<string, string> = {}) => ledger.request(path, headers)
const hold = (text: string) => ledger.hold(text)
const textAt = (sha: string, query = '', headers: Record<string, string> = {}) =>
  getText(request(`licence-texts/${sha}${query}`, headers), { params: Promise.resolve({ sha }) })

describe('the list of licences', () => {
  test('counts models, texts by verdict, deployments and teams, each reader’s own', async () => {
    const row = async (ctx = company.hub.ctx) =>
      (await listLicenceLedger(database.db, scopeFor(ctx.actor, 'deployment:read'))).find(
        ({ id }) => id === 'Apache-2.0',
      )
    expect(await row()).toMatchObject({ models: 1, texts: 1, verdicts: { MATCH: 1 }, deployments: 3, teams: 2 })
    expect(await row(company.member)).toMatchObject({ deployments: 2, teams: 1 })
    expect(await row(company.stranger)).toMatchObject({ deployments: 1, teams: 1 })
    const unscoped = await listLicenceLedger(database.db, null)
    expect(unscoped.find(({ id }) => id === 'Apache-2.0')).toMatchObject({ deployments: null, teams: null })
  })

  test('an altered text counts under the licence it comes from, and never as one of its texts', async () => {
    const held = await database.db.blob.findUniqueOrThrow({ where: { sha256: apache } })
    const altered = Buffer.from(held.bytes)
      .toString()
      .replace('perpetual, worldwide, non-exclusive', 'revocable, worldwide, exclusive')
      .replace('You must give any other recipients', 'You need not give any other recipients')
    await hold(altered)
    const listed = await listLicenceLedger(database.db, null)
    expect(listed.find(({ id }) => id === 'Apache-2.0')).toMatchObject({
      texts: 1,
      verdicts: { MATCH: 1, MODIFIED: 1 },
    })
  })

  test('is filtered, sorted and exported through the API exactly as it is shown', async () => {
    const list = async (query: string) => (await getLicences(request(`licences?${query}`))).json()
    const all = await list('limit=200')
    for (const item of all.items) licenceItem.parse(item)
    expect((await list('use=deployments')).items.map((item: { id: string }) => item.id)).toEqual(['Apache-2.0'])
    expect((await list('q=nothing+has+this+name')).total).toBe(0)
    const csv = await (await getLicences(request('licences?format=csv&use=deployments'))).text()
    expect(csv.split('\r\n')[0]).toContain('texts_match')
    expect(csv.split('\r\n')[1]).toMatch(/^Apache-2.0,/)
    const refused = await getLicences(request('licences?sort=constructor'))
    expect(refused.status).toBe(422)
    expect((await refused.json()).errors[0]).toMatchObject({ field: '/sort', rule: 'sort.unknown' })
  })

  test('one licence answers with its texts, terms and use', async () => {
    const id = 'Apache-2.0'
    const answer = await getLicence(request(`licences/${id}`), { params: Promise.resolve({ id }) })
    expect(licenceDetail.parse(await answer.json())).toMatchObject({
      id,
      deployments: 3,
      textsHeld: [{ sha256: apache }],
    })
    const use = await findLicenceUse(database.db, scopeFor(company.hub.ctx.actor, 'deployment:read'), id)
    expect(use.teams).toEqual([
      { slug: 'search', deployments: 2 },
      { slug: 'ads', deployments: 1 },
    ])
  })
})

describe('a text through the API', () => {
  test('says what it is, with the place of the licence in it and the words in which it differs', async () => {
    const detail = licenceTextDetail.parse(await (await textAt(apache)).json())
    expect(detail).toMatchObject({
      sha256: apache,
      identification: { verdict: 'MATCH', licenceId: 'Apache-2.0' },
      parts: [{ licenceId: 'Apache-2.0', verdict: 'MATCH', coverage: 1 }],
      differences: { counts: { inside: 0 } },
      sightingCount: 1,
    })
  })
})

describe('a text byte for byte', () => {
  test('comes as it was published, under its hash, for keeping, and as nothing but text', async () => {
    const answer = await textAt(apache, '?as=text')
    const held = await database.db.blob.findUniqueOrThrow({ where: { sha256: apache } })
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(held.bytes))).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag: `"${apache}"`,
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': expect.stringMatching(/^attachment; /),
    })
  })

  test('is not sent again to whoever holds it', async () => {
    const answer = await textAt(apache, '?as=text', { 'if-none-match': `"other", W/"${apache}"` })
    expect(answer.status).toBe(304)
    expect(await answer.text()).toBe('')
  })

  test('bytes in another encoding, with hidden characters, come back as they were', async () => {
    const text = '\ufeffYou shall not\u202e hide\u202c\u200b anything.\r\n'
    const sha = await hold(text)
    expect(Buffer.from(await (await textAt(sha, '?as=text')).arrayBuffer()).toString()).toBe(text)
    expect((await textAt('0'.repeat(64), '?as=text')).status).toBe(404)
    expect((await textAt(apache, '?as=pdf')).status).toBe(422)
  })
})

describe('what is on record of a text', () => {
  test('are its words’ fingerprint, other copies of the same words, who brought it and the date it gives itself', async () => {
    const text = 'A SMALL LICENCE\nRelease Date: May 2, 2025\n\n1. You may read it.\n'
    const [sha, copy] = [await hold(text), await hold(text.replaceAll('\n', '\r\n'))]
    await database.db.textUpload.create({
      data: { textSha: sha, channel: 'paste', note: 'found', uploadedBy: 'p', uploadedByName: 'Rea', at: clock.now() },
    })
    const record = await findTextRecord(database.db, sha)
    expect(record).toMatchObject({ sameWords: [copy], uploads: [{ channel: 'paste', uploadedByName: 'Rea' }] })
    expect(await listClaimedDates(database.db, [sha, apache])).toEqual(
      new Map([
        [sha, { words: 'Release Date: May 2, 2025', on: '2025-05-02' }],
        [apache, { words: 'Version 2.0, January 2004', on: '2004-01' }],
      ]),
    )
  })

  test('what people concluded of it stands under it and under its licence, newest first', async () => {
    const [before, after] = [await hold('1. You may copy it.\n'), await hold('1. You may not copy it.\n')]
    const by = { reason: 'read', personId: 'p', personName: 'Rea' }
    for (const [minutes, outcome] of [
      [1, 'mixed'],
      [2, 'narrowed'],
    ] as const) {
      const recordedAt = new Date(clock.now().getTime() + minutes * 60_000)
      await database.db.comparisonConclusion.create({
        data: { fromSha: before, toSha: after, outcome, recordedAt, ...by },
      })
    }
    await database.db.reading.create({
      data: {
        textSha: after,
        status: 'concluded',
        reason: 'plain',
        recordedBy: 'p',
        recordedByName: 'Rea',
        recordedAt: clock.now(),
        terms: { create: [{ term: 'redistribution', value: 'none', confidence: 'high' }] },
      },
    })
    const found = await listConclusions(database.db, { textShas: [after] })
    expect(found.comparisons.map(({ outcome, personName }) => [outcome, personName])).toEqual([
      ['narrowed', 'Rea'],
      ['mixed', 'Rea'],
    ])
    expect(found.readings).toMatchObject([
      { textSha: after, terms: ['redistribution'], isWaiting: false, reason: 'plain' },
    ])
    const other = await listConclusions(database.db, { textShas: [apache], licenceId: 'Apache-2.0' })
    expect(other).toEqual({ comparisons: [], readings: [], bindings: [] })
  })
})
