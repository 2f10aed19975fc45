import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as getText } from '#app/api/v1/licence-texts/[sha]/route.ts'
import { GET as getTexts } from '#app/api/v1/licence-texts/route.ts'
import { GET as getLicence } from '#app/api/v1/licences/[id]/route.ts'
import { GET as getLicences } from '#app/api/v1/licences/route.ts'
import { createToken } from '#lib/auth/commands/tokens.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { listLicenceLedger } from '#lib/deployments/queries/licence-ledger.ts'
import { findLicenceUse } from '#lib/deployments/queries/licence-users.ts'
import { readEnvironment } from '#lib/environment.ts'
import { indexClauses } from '#lib/licences/commands/index-clauses.ts'
import { readText, recordText } from '#lib/licences/commands/record-text.ts'
import { foundTexts, licenceDetail, licenceItem } from '#lib/licences/schema.ts'
import { CLAUSE_SPLITTER } from '#lib/licences/text-clauses.ts'
import { openRuntime, operator, type Runtime } from '#lib/wiring.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import { aCompany, aDeployment, type Company } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'

// A hub with a model under Apache-2.0 and one under a text nobody knows; two teams, each with deployments of its own.
const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')

let company: Company
let runtime: Runtime
let token: string
let apache: string

beforeAll(async () => {
  company = await aCompany(database, clock)
  await aDeployment(company.member, {})
  await aDeployment(company.member, {})
  await aDeployment(company.stranger, { team: 'ads' })
  runtime = openRuntime(database.url, readEnvironment({ DATABASE_URL: database.url }), { poolSize: 2 })
  globalThis.__weighbridge = runtime
  token = (await createToken(runtime.ctxFor(operator('test')), { name: 'reader', scope: 'read', expiresInDays: 1 }))
    .token
  const [row] = await database.db.identification.findMany({ where: { licenceId: 'Apache-2.0' } })
  apache = row?.textSha ?? ''
})
afterAll(async () => {
  await runtime.close()
  await company.hub.double.close()
})

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://127.0.0.1/api/v1/${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } })
const textAt = (sha: string, query = '', headers: Record<string, string> = {}) =>
  getText(request(`licence-texts/${sha}${query}`, headers), { params: Promise.resolve({ sha }) })
const search = async (query: Record<string, string>) => {
  const answer = await getTexts(request(`licence-texts?${new URLSearchParams(query)}`))
  expect(answer.status).toBe(200)
  return foundTexts.parse(await answer.json())
}

async function hold(text: string): Promise<string> {
  const read = await readText(Buffer.from(text))
  if (read === null) throw new Error('The text was refused.')
  await company.hub.ctx.transaction((tx) => recordText(tx, read, clock.now()))
  return read.sha256
}

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

describe('the search', () => {
  test('finds the clause, its section and its place, with the words marked', async () => {
    const { items } = await search({ q: '"prominent notices stating"' })
    const found = items.find((item) => item.sha256 === apache)
    const [clause] = found?.clauses ?? []
    expect(clause?.section).toBe('4(b)')
    expect(clause?.snippet.filter((words) => words.isMarked).map((words) => words.text)).toContain('notices')
    const { text } = await heldText(apache)
    expect(text.slice(clause?.start, clause?.end)).toContain('prominent notices stating that You changed the files')
  })

  test('asks for all words of one clause, and leaves out a word with a minus', async () => {
    const shas = async (q: string) => (await search({ q })).items.map((item) => item.sha256)
    const sha = await hold('LICENCE OF APPLES\n\n1. Apples may be eaten by anyone.\n\n2. Pears must be shared.\n')
    expect(await shas('apples eaten')).toEqual([sha])
    expect(await shas('apples shared')).toEqual([])
    expect(await shas('apple -eaten')).toEqual([sha])
    expect(await shas('pears -shared')).toEqual([])
  })

  test('words that stand everywhere, and no words at all, find nothing and break nothing', async () => {
    for (const q of ['the of', '"', '-', "'; drop table text_clauses; --", '\\', ':* & | !']) {
      expect((await search({ q })).items, q).toEqual([])
    }
  })

  test('by term finds the held texts of licences that say so, and names the licences of which none is held', async () => {
    const patents = await search({ term: 'patent_grant', value: 'express' })
    expect(patents.items.map((item) => item.sha256)).toEqual([apache])
    expect(patents.items[0]?.said).toMatchObject({ licenceId: 'Apache-2.0', value: 'express' })
    const training = await search({ term: 'output_training', value: 'no_other_models' })
    expect(training.items).toEqual([])
    expect(training.unheld?.map((said) => said.licenceId)).toContain('LicenseRef-llama3')
  })

  test('words and a term narrow each other', async () => {
    expect((await search({ term: 'patent_grant', value: 'express', q: 'trademarks' })).items).toHaveLength(1)
    expect((await search({ term: 'patent_grant', value: 'express', q: 'apples' })).items).toEqual([])
    expect((await search({ q: 'trademarks', verdict: 'MODIFIED' })).items.map((item) => item.sha256)).not.toContain(
      apache,
    )
  })

  test('pages hold every text once', async () => {
    const whole = (await search({})).items.map((item) => item.sha256)
    const first = await search({ limit: '2' })
    expect(first.total).toBe(whole.length)
    const rest = await search({ limit: '200', cursor: first.next ?? '' })
    expect([...first.items, ...rest.items].map((item) => item.sha256)).toEqual(whole)
    const wrong = await getTexts(request('licence-texts?cursor=e30'))
    expect((await wrong.json()).errors[0]).toMatchObject({ field: '/cursor', rule: 'cursor.malformed' })
    expect((await (await getTexts(request('licence-texts?term=nothing'))).json()).errors[0]).toMatchObject({
      field: '/term',
      rule: 'term.unknown',
    })
  })
})

describe('the clauses of texts', () => {
  test('are made for texts that have none or older ones, once', async () => {
    await database.db.textClause.deleteMany({ where: { textSha: apache } })
    const other = await database.db.textClause.updateMany({ where: {}, data: { splitter: '0' } })
    expect(other.count).toBeGreaterThan(0)
    expect((await indexClauses(company.hub.ctx)).texts).toBe(await database.db.licenceText.count())
    expect(await database.db.textClause.count({ where: { splitter: { not: CLAUSE_SPLITTER } } })).toBe(0)
    expect((await search({ q: '"prominent notices stating"' })).items.map((item) => item.sha256)).toContain(apache)
    expect(await indexClauses(company.hub.ctx)).toEqual({ texts: 0 })
  })

  test('a text of one endless word, of ten thousand clauses, or of no word is kept and searched', async () => {
    const endless = await hold('x'.repeat(1_000_000))
    const many = await hold(Array.from({ length: 10_000 }, (_, n) => `${n + 1}. Keep part zebra${n}.`).join('\n'))
    const wordless = await hold('*** --- ***\n')
    const words = await hold(Array.from({ length: 120_000 }, (_, n) => `w${n.toString(36)}`).join(' '))
    expect((await search({ q: 'zebra9999' })).items.map((item) => item.sha256)).toEqual([many])
    expect((await search({ q: 'w2lj1' })).items.length + (await search({ q: 'w100' })).items.length).toBeGreaterThan(0)
    expect((await database.db.textClause.count({ where: { textSha: many } })) >= 10_000).toBe(true)
    for (const textSha of [endless, wordless, words]) {
      expect(await database.db.textClause.count({ where: { textSha } })).toBeGreaterThan(0)
    }
    expect(await indexClauses(company.hub.ctx)).toEqual({ texts: 0 })
  })
})

async function heldText(sha256: string): Promise<{ text: string }> {
  const held = await database.db.blob.findUniqueOrThrow({ where: { sha256 } })
  return { text: Buffer.from(held.bytes).toString() }
}
