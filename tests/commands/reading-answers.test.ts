import mit from 'spdx-license-list/licenses/MIT.json' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMPARED_COLUMNS, comparedItem, comparedRows, textReading } from '#app/api/v1/readings/answers.ts'
import { proposeReading } from '#lib/licences/commands/propose-reading.ts'
import { concludeReading, giveOpinion } from '#lib/licences/commands/readings.ts'
import { readText, recordText } from '#lib/licences/commands/record-text.ts'
import { findReadLicence, findReadSide, findReadText } from '#lib/licences/queries/read-sides.ts'
import { concludeInput } from '#lib/licences/reading-input.ts'
import { comparedTermItem, readingAnswer } from '#lib/licences/reading-schema.ts'
import { toCsv } from '#lib/shared/csv.ts'
import { aPerson, stillClock, worked } from '#tests/support/builders-auth.ts'
import { aCompany, type Company } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'
import { RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
let company: Company
let known: string
let unknown: string

/** Keeps a text as if it had been brought by hand. */
async function hold(text: string): Promise<string> {
  const read = await readText(Buffer.from(text))
  if (read === null) throw new Error('This is no text.')
  await database.db.$transaction((tx) => recordText(tx, read, clock.now()))
  return read.sha256
}

beforeAll(async () => {
  company = await aCompany(database, clock)
  known = await hold(mit.licenseText)
  unknown = await hold(`${RESEARCH_LICENCE}\n6. Law\nThis Agreement is governed by the laws of France.\n`)
})
afterAll(() => company.hub.double.close())

describe('what a text is taken to say', () => {
  test('is answered as the contract describes it, with the machine’s, a person’s and a proposal side by side', async () => {
    worked(await proposeReading(company.reviewer, unknown))
    const terms = [
      {
        term: 'governing_law',
        value: { law: 'France', venue: null },
        section: null,
        words: 'governed by the laws of France',
        confidence: 'high',
      },
    ]
    const input = concludeInput.parse({ text: unknown, terms, reason: 'Section 6 says so.' })
    const { id } = worked(await concludeReading(company.reviewer, input))
    const second = company.as((await aPerson(company.hub.ctx, { role: 'reviewer', name: 'Otto' })).actor)
    worked(await giveOpinion(second, { readingId: id, agrees: true, comment: 'So do I.' }))
    const answer = await textReading(company.reviewer, unknown, null)
    expect(readingAnswer.parse(answer)).toEqual(answer)
    expect(answer).toMatchObject({ total: 2, row: null, needsSecondPerson: false })
    const law = answer.terms.find((term) => term.term === 'governing_law')
    expect(law).toMatchObject({
      basis: 'concluded',
      answer: { section: '6', words: 'governed by the laws of France', says: 'law: France' },
      concluded: { by: 'Rea', agreedBy: ['Otto'] },
      machine: null,
      proposed: { section: '6' },
    })
  })
  test('is answered as it was known at an instant', async () => {
    const before = new Date(clock.now().getTime() - 1)
    expect(await textReading(company.reviewer, unknown, before)).toMatchObject({ total: 0, asOf: before.toISOString() })
  })
  test('is not found for a text that is not held', async () => {
    await expect(textReading(company.reviewer, 'f'.repeat(64), null)).rejects.toThrow('not found')
    expect(await findReadSide(database.db, 'constructor')).toBeNull()
    expect(await findReadText(database.db, 'MIT')).toBeNull()
  })
})

describe('two of them side by side', () => {
  test('are answered and written to a file in the order in which they are shown, and no more than is shown', async () => {
    const [left, right] = [await findReadLicence(database.db, 'MIT'), await findReadSide(database.db, unknown)]
    if (left === null || right === null) throw new Error('Both are known.')
    const items = comparedRows(left, right, 'differs').map((row) => comparedItem(row, left, right))
    for (const item of items) expect(comparedTermItem.parse(item)).toEqual(item)
    expect(items[0]).toMatchObject({ term: 'governing_law', difference: 'differs' })
    expect(items.some((item) => item.difference === 'same')).toBe(false)
    const lines = toCsv(COMPARED_COLUMNS, items).trim().split('\r\n')
    expect(lines).toHaveLength(items.length + 1)
    expect(lines[1]).toContain('France')
  })
  test('lead into a text that is held of the licence, where one is', async () => {
    expect((await findReadLicence(database.db, 'MIT'))?.shown?.sha256).toBe(known)
    expect((await findReadLicence(database.db, 'Elastic-2.0'))?.shown).toBeNull()
  })
})
