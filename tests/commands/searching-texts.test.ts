import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as getTexts } from '#app/api/v1/licence-texts/route.ts'
import { indexClauses } from '#lib/licences/commands/index-clauses.ts'
import { concludeReading } from '#lib/licences/commands/readings.ts'
import { concludeInput } from '#lib/licences/reading-input.ts'
import { foundTexts } from '#lib/licences/schema.ts'
import { CLAUSE_SPLITTER } from '#lib/licences/text-clauses.ts'
import { stillClock } from '#tests/support/builders-auth.ts'
import type { Company } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type Ledger, openLedger } from '#tests/support/ledger.ts'

// What a hub showed once, an altered copy of it, and texts written for the search.
const database = useDatabase()

let ledger: Ledger
let company: Company
let apache: string

beforeAll(async () => {
  ledger = await openLedger(database, stillClock('2026-11-23T09:00:00.000Z'))
  company = ledger.company
  apache = ledger.apache
  const { text } = await heldText(apache)
  await hold(text.replace('You must give any other recipients', 'You need not give any other recipients'))
})
afterAll(() => ledger.close())

const request = (path: string) => ledger.request(path)
const hold = (text: string) => ledger.hold(text)
const search = async (query: Record<string, string>) => {
  const answer = await getTexts(request(`licence-texts?${new URLSearchParams(query)}`))
  expect(answer.status).toBe(200)
  return foundTexts.parse(await answer.json())
}

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

  test('by term goes by what a person concluded of a text before what its licence was read to say', async () => {
    const own = await hold('A LICENCE OF PLUMS\n\n1. Results may not be used to train other models.\n')
    const conclude = async (text: string, term: string, value: string, words: string) => {
      const input = { text, terms: [{ term, value, section: '1', words, confidence: 'high' }], reason: 'Read whole.' }
      const done = await concludeReading(company.reviewer, concludeInput.parse(input))
      expect(done.ok, JSON.stringify(done)).toBe(true)
    }
    await conclude(own, 'output_training', 'no_other_models', 'Results may not be used to train other models')
    const training = await search({ term: 'output_training', value: 'no_other_models' })
    expect(training.items.map((item) => [item.sha256, item.said?.by, item.said?.licenceId])).toEqual([
      [own, 'Rea', null],
    ])
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
