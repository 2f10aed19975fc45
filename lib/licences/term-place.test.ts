import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { clauseNotesOf } from './clause-notes.ts'
import notesFile from './data/clause-notes.json' with { type: 'json' }
import { identify, licenceIndex } from './identify.ts'
import { sha256Of } from './licence-text.ts'
import { plainText } from './quotation.ts'
import { placeOfTerm, readPlaces } from './term-place.ts'
import { TERM_KEYS } from './term-values.ts'
import { findTermsFor } from './terms.ts'

const HELD = '../shared/data/licences'
const TEXT = `Terms of Something

1. Grant
You may use it for research purposes only, worldwide.

2. Marks
a. No trademark license is granted.
b. You shall defend and indemnify us.`

const place = (section: string | null, evidence?: string) =>
  placeOfTerm(readPlaces(TEXT), 'commercial_use', { section, ...(evidence === undefined ? {} : { evidence }) }, [])

describe('the place of a term', () => {
  test('is where the words stand that were kept as evidence', () => {
    const found = place('1', 'FOR RESEARCH PURPOSES ONLY')
    expect(found && TEXT.slice(found.start, found.end)).toBe('for research purposes only')
    expect(found).toMatchObject({ section: '1', by: 'evidence' })
  })
  test('is where a known clause on that term stands, when the section agrees', () => {
    const note = {
      section: '2.b',
      topic: 'indemnity',
      anchor: 'defend and indemnify',
      summary: '',
      severity: 'duty',
    } as const
    const notes = [note]
    const found = placeOfTerm(readPlaces(TEXT), 'indemnity', { section: '2.b' }, notes)
    expect(found).toMatchObject({ section: '2.b', by: 'anchor' })
    expect(placeOfTerm(readPlaces(TEXT), 'indemnity', { section: '2.a' }, notes)).toMatchObject({ by: 'section' })
  })
  test('is the section itself when no words are known', () => {
    const found = place('2.a')
    expect(found && TEXT.slice(found.start, found.end)).toBe('a. No trademark license is granted.')
  })
  test('is the first of several sections that the text has', () => {
    expect(place('7, 2.b')).toMatchObject({ section: '2.b' })
  })
  test('is nothing for silence, and where neither words nor section are found', () => {
    expect(place(null)).toBeNull()
    expect(place('the policy beside the licence')).toBeNull()
  })
})

describe('clause notes', () => {
  test('quote at most fifteen words, and name the copy they were read in', () => {
    for (const { sha256, notes } of notesFile.texts) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      for (const note of notes) expect(note.anchor.split(/\s+/).length).toBeLessThanOrEqual(15)
    }
  })
  test('are those of the very text, else of the licence it was recognised as', () => {
    const [first] = notesFile.texts
    if (!first) throw new Error('notes are shipped')
    expect(clauseNotesOf(first.sha256, null)).toEqual(clauseNotesOf('0'.repeat(64), first.licenceId))
    expect(clauseNotesOf('0'.repeat(64), null)).toEqual([])
  })
})

describe.runIf(existsSync(HELD))('on the real texts', () => {
  const files = existsSync(HELD) ? readdirSync(HELD).filter((name) => name.endsWith('.txt')) : []

  test('all but seven of the cells with a section are found, and those are in no numbered part of the text', async () => {
    const index = await licenceIndex()
    const missing: string[] = []
    let cells = 0
    for (const file of files) {
      const bytes = readFileSync(`${HELD}/${file}`)
      const [text, sha256] = [bytes.toString('utf8'), sha256Of(bytes)]
      const { licenceId, verdict, alternatives } = identify({ sha256, text }, index)
      const row = findTermsFor(licenceId, verdict, alternatives)
      if (row === null) continue
      const places = readPlaces(text)
      for (const term of TERM_KEYS) {
        const cell = row.terms[term]
        if (!cell || cell.section === null) continue
        cells += 1
        const found = placeOfTerm(places, term, cell, clauseNotesOf(sha256, licenceId))
        if (found) expect(found.start < found.end && found.end <= text.length, `${file} ${term}`).toBe(true)
        else missing.push(`${row.id} ${term}`)
      }
    }
    expect(cells).toBeGreaterThanOrEqual(584)
    expect(missing.sort()).toEqual([
      'LicenseRef-bigcode-openrail-m-1 litigation_termination',
      'LicenseRef-bigcode-openrail-m-1 patent_grant',
      'LicenseRef-bigcode-openrail-m-1 revocability',
      'LicenseRef-bigcode-openrail-m-1 territory',
      'LicenseRef-llama3.2 territory',
      'LicenseRef-llama3.3 territory',
      'LicenseRef-llama4 territory',
    ])
  }, 60_000)
  test('every clause note stands in the text it was read in', () => {
    for (const { sha256, notes } of notesFile.texts) {
      const file = files.find((name) => sha256Of(readFileSync(`${HELD}/${name}`)) === sha256)
      if (file === undefined) continue
      const { words } = plainText(readFileSync(`${HELD}/${file}`, 'utf8'))
      for (const { anchor } of notes) expect(words, file).toContain(plainText(anchor).words.trim())
    }
  })
})
