import { beforeAll, describe, expect, test } from 'vitest'
import { identify } from './identify.ts'
import { buildLicenceIndex, type LicenceIndex, licenceIndex } from './licence-index.ts'
import { sha256Of } from './licence-text.ts'
import { readForMatching } from './matching-text.ts'
import { fingerprintOf, normaliseWords } from './normalise.ts'
import type { ReferenceText } from './spdx-index.ts'

function reference(licenceId: string, text: string): ReferenceText {
  const matching = readForMatching(text)
  return {
    licenceId,
    alternatives: [],
    textId: null,
    name: licenceId,
    sha256s: [sha256Of(Buffer.from(text))],
    fingerprint: fingerprintOf(normaliseWords(text)),
    bodyFingerprint: null,
    words: matching.words,
    slots: [],
    plainWords: matching.tokens.map((token) => token.word),
  }
}

const read = (text: string) => ({ sha256: sha256Of(Buffer.from(text)), text })

const FOO = `Foo License

You may use the model for any lawful purpose, in source or binary form, and pass copies on to whomever you like. You
must keep this notice in every copy. You must not use the name of the authors to advertise what you made. The model is
provided as is, without a warranty of any kind, and the authors answer for no damage that comes of it.`
const BAR = `Bar License

Whoever receives these weights is entitled to run them inside one company only. Hosting them for others, training other
systems on what they produce, and publishing measurements of them need a written agreement with the publisher first,
which the publisher is free to refuse without giving a reason. This permission ends on the last day of the year.`

describe('a small index', () => {
  const index = buildLicenceIndex([reference('LicenseRef-foo', FOO), reference('LicenseRef-bar', BAR)])
  const found = (text: string) => identify(read(text), index)

  test('names a text by its bytes', () => {
    expect(found(FOO)).toMatchObject({ verdict: 'MATCH', licenceId: 'LicenseRef-foo', basis: 'sha256', similarity: 1 })
  })
  test('names a text laid out in another way by its words', () => {
    expect(found(FOO.replaceAll(' ', '\n'))).toMatchObject({ verdict: 'MATCH', basis: 'fingerprint', similarity: 1 })
  })
  test('a licence inside a longer file is contained, and its place is told', () => {
    const text = `# Model\n\nA model that plays chess.\n\n${FOO}\n\nThanks to Ann and Bob.\n`
    const { verdict, licenceId, parts, differences } = found(text)
    expect({ verdict, licenceId, parts: parts.length }).toEqual({
      verdict: 'CONTAINS',
      licenceId: 'LicenseRef-foo',
      parts: 1,
    })
    expect(text.slice(parts[0]?.start, parts[0]?.end)).toBe(FOO.slice(0, -1))
    expect(differences.counts).toEqual({ slot: 0, outside: 2, inside: 0 })
  })
  test('two whole licences are two parts in the order of the file, and no single licence', () => {
    const { verdict, licenceId, parts } = found(`${BAR}\n\n${FOO}`)
    expect({ verdict, licenceId }).toEqual({ verdict: 'CONTAINS', licenceId: null })
    expect(parts.map((part) => part.licenceId)).toEqual(['LicenseRef-bar', 'LicenseRef-foo'])
  })
  test('a text that breaks off is a part of its licence, with how much of it stands there', () => {
    const { verdict, licenceId, closest, parts } = found(FOO.slice(0, FOO.length / 2))
    expect({ verdict, licenceId, closest: closest?.licenceId }).toEqual({
      verdict: 'PARTIAL',
      licenceId: null,
      closest: 'LicenseRef-foo',
    })
    expect(parts[0]?.coverage).toBeGreaterThan(0.3)
    expect(parts[0]?.coverage).toBeLessThan(0.7)
  })
  test('one word more is another text, shown with the word and where it stands', () => {
    const text = FOO.replace('You may use', 'You may not use')
    const { verdict, licenceId, closest, differences } = found(text)
    expect({ verdict, licenceId, closest: closest?.licenceId }).toEqual({
      verdict: 'MODIFIED',
      licenceId: null,
      closest: 'LicenseRef-foo',
    })
    const [difference] = differences.items
    expect(difference).toMatchObject({ kind: 'inside', change: 'added', text: 'not', reference: null })
    expect(text.slice(difference?.start, difference?.end)).toBe('not')
  })
  test('a clause added after the last one makes it another text', () => {
    expect(found(`${FOO}\n\nUse for commercial purposes needs the consent of the authors.`)).toMatchObject({
      verdict: 'MODIFIED',
      licenceId: null,
      closest: { licenceId: 'LicenseRef-foo' },
    })
  })
  test('a clause taken out makes it another text', () => {
    expect(found(FOO.replace(/You\nmust keep[^.]*\./, '')).verdict).toBe('MODIFIED')
  })
  test('a title that says it was modified is believed', () => {
    expect(found(FOO.replace('Foo License', 'Modified Foo License')).verdict).toBe('MODIFIED')
  })
  test('an empty text, a text of signs and a text about something else are unknown', () => {
    expect(found('')).toMatchObject({ verdict: 'UNKNOWN', closest: null, similarity: 0, parts: [] })
    expect(found('*** --- ***').verdict).toBe('UNKNOWN')
    expect(found('The quick brown fox jumps over the lazy dog. '.repeat(8)).verdict).toBe('UNKNOWN')
  })
  test('a text in another language is unknown and said not to be English', () => {
    const german = 'Die Nutzung des Modells ist jedem zu jedem Zweck gestattet, sofern dieser Hinweis erhalten bleibt. '
    expect(found(german.repeat(3))).toMatchObject({ verdict: 'UNKNOWN', licenceId: null, notes: ['not-english'] })
  })
  test('words that name properties of objects are words like any other', () => {
    expect(found(`${FOO}\n\nconstructor __proto__ toString hasOwnProperty`).licenceId).toBe('LicenseRef-foo')
  })
})

describe('hostile texts get an answer', () => {
  let index: LicenceIndex
  beforeAll(async () => {
    index = await licenceIndex()
  }, 60_000)

  const random = (words: number) => {
    let seed = 7
    return Array.from({ length: words }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed.toString(36)
    }).join(' ')
  }
  test.each([
    ['one word repeated', 'license '.repeat(130_000)],
    ['no spaces', 'a'.repeat(1_000_000)],
    ['random words', random(140_000)],
    ['ten thousand headings', '# License\n\n'.repeat(10_000)],
    ['a phrase of many licences repeated', 'without limitation the rights to use '.repeat(27_000)],
    ['deep lists', '(a) (i) 1. '.repeat(90_000)],
  ])('%s', (_, text) => expect(identify(read(text), index).verdict).toBe('UNKNOWN'), 20_000)

  test('one licence eighty times over is that licence, with a part for each', async () => {
    const { default: full } = await import('spdx-license-list/full.js')
    const { verdict, licenceId, parts } = identify(read(`${full.MIT?.licenseText}\n\n`.repeat(80)), index)
    expect({ verdict, licenceId, parts: parts.length }).toEqual({ verdict: 'CONTAINS', licenceId: 'MIT', parts: 80 })
  })
})
