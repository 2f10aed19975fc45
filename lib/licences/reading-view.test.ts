import mit from 'spdx-license-list/licenses/MIT.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { effectiveReading, type StoredReading } from './reading.ts'
import { markHref, readingLines } from './reading-view.ts'
import { TERM_GROUPS, termOrder } from './term-groups.ts'
import { TERM_KEYS } from './term-values.ts'
import { findTermsFor } from './terms.ts'

const SHA = 'a'.repeat(64)
const text = mit.licenseText
const row = findTermsFor('MIT', 'MATCH')
const at = new Date('2026-11-23T09:00:00Z')
const correction: StoredReading = {
  id: 'r1',
  status: 'concluded',
  engineVersion: null,
  reason: 'Counsel says so.',
  recordedBy: 'rea',
  recordedByName: 'Rea',
  recordedAt: at,
  terms: [
    {
      term: 'commercial_use',
      value: 'forbidden',
      section: '1',
      start: 5,
      end: 20,
      sentence: text.slice(5, 20),
      confidence: 'medium',
    },
  ],
  opinions: [],
}

describe('a reading as it is shown', () => {
  const lines = readingLines(effectiveReading({ row, readings: [correction], rules: [] }), {
    sha256: SHA,
    text,
    licenceId: 'MIT',
  })
  const line = (term: string) => lines.find((one) => one.term === term)

  test('has every term once, in groups a lawyer looks for', () => {
    expect(lines.map((one) => one.term).sort()).toEqual([...TERM_KEYS].sort())
    expect(TERM_GROUPS.flatMap((group) => group.terms).sort()).toEqual([...TERM_KEYS].sort())
    expect(lines.map((one) => termOrder(one.term))).toEqual(lines.map((_, index) => index))
  })
  test('keeps the machine’s answer beside a person’s, each with its own place', () => {
    const found = line('commercial_use')
    expect(found).toMatchObject({
      basis: 'concluded',
      answer: { says: expect.stringMatching(/^forbidden/), place: { start: 5, end: 20 } },
      concluded: { by: 'Rea', at, reason: 'Counsel says so.' },
      machine: { says: expect.stringMatching(/^allowed/) },
    })
    expect(found?.machine?.place && text.slice(found.machine.place.start, found.machine.place.end)).toMatch(/sell/)
  })
  test('leads into the text where it says so, and nowhere for silence', () => {
    const place = line('warranty_liability')?.answer.place
    expect(place && text.slice(place.start, place.end)).toMatch(/AS IS/)
    expect(line('indemnity')?.answer).toMatchObject({ says: 'no', place: null })
    expect(markHref(SHA, { start: 5, end: 20 })).toBe(`/licences/texts/${SHA}?mark=5-20#c5`)
  })
  test('has no places without the text', () => {
    const bare = readingLines(effectiveReading({ row, readings: [], rules: [] }), null)
    expect(bare.every((one) => one.answer.place === null)).toBe(true)
  })
})
