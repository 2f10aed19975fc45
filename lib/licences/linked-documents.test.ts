import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addressKey, linkedDocuments } from './linked-documents.ts'

const AGREEMENT = `HOUSE MODEL AGREEMENT

1. Grant
   a. You may use the Materials.
   b. Redistribution
      i. You shall hand on a copy of this Agreement.
      ii. Your use must adhere to the Acceptable Use Policy (available at https://models.example/use-policy), which is
          hereby incorporated by reference and may be updated from time to time.
2. Brand. You will comply with our guidelines (see [the page](https://models.example/brand\\_rules/)).
3. Reports. Tell us at https://models.example/bugs. The policy at http://models.example/use-policy/ says more.

APPENDIX
You may obtain a copy of the License at https://models.example/licences/house
`

const byUrl = (text: string) => new Map(linkedDocuments(text).map((one) => [one.url, one]))

describe('documents a licence points to', () => {
  test('are listed with the section and the sentence that points to them, and what it says they are', () => {
    const policy = byUrl(AGREEMENT).get('https://models.example/use-policy')
    expect(policy).toMatchObject({ kind: 'use-policy', isIncorporated: true, mayChange: true })
    expect(policy?.places[0]).toMatchObject({ section: '1.b.ii' })
    expect(policy?.places[0]?.sentence).toContain('hereby incorporated by reference')
    const place = policy?.places[0]
    expect(AGREEMENT.slice(place?.start, place?.end)).toContain('https://models.example/use-policy')
  })
  test('one address written twice is one document with two places', () => {
    const policies = linkedDocuments(AGREEMENT).filter((one) => one.kind === 'use-policy')
    expect(policies).toHaveLength(1)
    expect(policies[0]?.places.map((place) => place.section)).toEqual(['1.b.ii', '3'])
  })
  test('an address loses Markdown escapes and the punctuation of its sentence', () => {
    expect([...byUrl(AGREEMENT).keys()]).toEqual([
      'https://models.example/use-policy',
      'https://models.example/brand_rules/',
      'https://models.example/licences/house',
      'https://models.example/bugs',
    ])
  })
  test('the address of the licence itself is told from a document beside it, and the appendix from the clause before it', () => {
    expect(byUrl(AGREEMENT).get('https://models.example/licences/house')).toMatchObject({
      kind: 'itself',
      places: [{ section: null }],
    })
  })
  test('an address on lines of its own is told with the sentence that leads to it', () => {
    const text =
      'You may obtain a copy of the License at\n\n    https://models.example/licence\n\nUnless agreed, it is as is.'
    expect(linkedDocuments(text)).toMatchObject([
      {
        kind: 'itself',
        places: [{ sentence: 'You may obtain a copy of the License at https://models.example/licence' }],
      },
    ])
  })
  test('an address in a sentence without spaces ends where ASCII ends', () => {
    expect(linkedDocuments('许可方将通过https://models.example公布协议。').map((one) => one.url)).toEqual([
      'https://models.example',
    ])
  })
  test('a text without addresses points to nothing, and a megabyte of them ends', () => {
    expect(linkedDocuments('You may use it.')).toEqual([])
    expect(linkedDocuments('1. https://a.example/ '.repeat(45_000))).toHaveLength(1)
    expect(linkedDocuments('https://'.repeat(125_000)).length).toBeLessThanOrEqual(200)
  })
})

test('an address is the same with either protocol, in any case of the host, with or without the last slash', () => {
  expect(addressKey('http://WWW.example.com/Use-Policy/#top')).toBe(addressKey('https://www.example.com/Use-Policy'))
  expect(addressKey('https://example.com/a')).not.toBe(addressKey('https://example.com/A'))
})

const REAL = '../shared/data/licences'

describe.runIf(existsSync(REAL))('real agreements', () => {
  test.each([
    ['llama-2-community-license.txt', 'https://ai.meta.com/llama/use-policy', '1.b.iv'],
    ['llama-3-community-license.txt', 'https://llama.meta.com/llama3/use-policy', '1.b.iv'],
    ['llama-3.3-community-license.txt', 'https://www.llama.com/llama3_3/use-policy', '1.b.iv'],
  ])('%s makes its use policy part of itself', (file, url, section) => {
    const [policy] = linkedDocuments(readFileSync(`${REAL}/${file}`, 'utf8'))
    expect(policy).toMatchObject({ url, kind: 'use-policy', isIncorporated: true })
    expect(policy?.places[0]?.section).toBe(section)
  })
  test('the Qwen agreement points to nothing', () => {
    expect(linkedDocuments(readFileSync(`${REAL}/qwen-license-2024-09-19.txt`, 'utf8'))).toEqual([])
  })
})
