import { existsSync, readFileSync } from 'node:fs'
import full from 'spdx-license-list/full.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { findAlias } from './aliases.ts'
import { buildLicenceIndex, type Identification, identify, type LicenceIndex, licenceIndex } from './identify.ts'
import { readLicenceText, sha256Of } from './licence-text.ts'
import { fingerprintOf, normaliseWords } from './normalise.ts'
import { wordPairsOf } from './word-pairs.ts'

const TEXTS = '../shared/data/licences'

function reference(licenceId: string, text: string) {
  const words = normaliseWords(text)
  return {
    licenceId,
    alternatives: [],
    textId: null,
    name: licenceId,
    sha256s: [sha256Of(Buffer.from(text))],
    fingerprint: fingerprintOf(words),
    bodyFingerprint: null,
    wordPairs: wordPairsOf(words),
  }
}

const read = (text: string) => ({ sha256: sha256Of(Buffer.from(text)), text })

describe('a small index', () => {
  const text = 'Foo License\n\nYou may use the model for any lawful purpose, and must keep this notice.'
  const index = buildLicenceIndex([reference('LicenseRef-foo', text), reference('LicenseRef-bar', 'Something else.')])

  test('names a text by its bytes', () => {
    expect(identify(read(text), index)).toMatchObject({
      verdict: 'MATCH',
      licenceId: 'LicenseRef-foo',
      basis: 'sha256',
    })
  })
  test('names a text laid out in another way by its words', () => {
    expect(identify(read(text.replaceAll(' ', '\n')), index)).toMatchObject({
      verdict: 'MATCH',
      basis: 'fingerprint',
      similarity: 1,
    })
  })
  test('shows only the closest licence of a text that says more, or says it in another order', () => {
    const changed = identify(read(text.replace('may', 'may not')), index)
    expect(changed).toMatchObject({ verdict: 'UNKNOWN', licenceId: null, closest: { licenceId: 'LicenseRef-foo' } })
    expect(changed.similarity).toBeGreaterThan(0.7)
    expect(changed.similarity).toBeLessThan(1)
  })
  test('says nothing of an empty text', () => {
    expect(identify(read(''), index)).toMatchObject({ verdict: 'UNKNOWN', closest: null, similarity: 0 })
  })
})

describe('the full index', () => {
  let index: LicenceIndex
  const texts = Object.entries(full).map(([id, licence]) => [id, licence.licenseText] as const)
  beforeAll(async () => {
    index = await licenceIndex()
  }, 60_000)

  const names = (found: Identification) => [found.licenceId, ...found.alternatives]
  const unnamed = (change: (text: string) => string) =>
    texts.filter(([id, text]) => !names(identify(read(change(text)), index)).includes(id)).map(([id]) => id)
  const wrap = (paragraph: string) =>
    paragraph
      .replace(/\s+/g, ' ')
      .replace(/(.{1,72})(?: |$)/g, '$1\n')
      .trim()

  test.each<[string, (text: string) => string]>([
    ['as published', (text) => text],
    ['with other line ends and a byte order mark', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['inside a code fence', (text) => `\`\`\`text\n${text}\n\`\`\`\n`],
    ['behind comment marks', (text) => text.replace(/^/gm, '// ')],
  ])('every SPDX text names itself %s', (_, change) => expect(unnamed(change)).toEqual([]), 60_000)

  test('SPDX texts whose clauses are wrapped anew name themselves, but for a handful, and never another licence', () => {
    const wrapped = (text: string) =>
      text
        .split(/\n\s*\n/)
        .map((paragraph) => (/copyright|©/i.test(paragraph) ? paragraph : wrap(paragraph)))
        .join('\n\n')
    const wrong = texts.filter(([id, text]) => {
      const found = identify(read(wrapped(text)), index)
      return found.verdict === 'MATCH' && !names(found).includes(id)
    })
    expect(wrong.map(([id]) => id)).toEqual([])
    expect(unnamed(wrapped).length).toBeLessThan(5)
  }, 60_000)

  test.each([0.25, 0.5, 0.75])(
    'a text cut at %d is never taken for the whole',
    (share) => {
      const cut = texts.flatMap(([id, text]) => {
        const found = identify(read(text.slice(0, Math.floor(text.length * share))), index)
        return found.verdict === 'MATCH' && names(found).includes(id) ? [id] : []
      })
      expect(cut).toEqual([])
    },
    60_000,
  )

  const mit = full.MIT?.licenseText ?? ''
  test('a filled-in copyright line and a missing title change nothing', () => {
    const filled = mit.replace(/Copyright.*/, 'Copyright (c) 2026 Somebody, Inc.')
    for (const text of [
      filled,
      filled.replace(/^MIT License\s+/, ''),
      filled.replace('MIT License', '# The MIT License (MIT)'),
    ]) {
      expect(identify(read(text), index)).toMatchObject({ verdict: 'MATCH', licenceId: 'MIT' })
    }
  })
  test('a modified MIT is not MIT, by its title or by one more clause', () => {
    expect(identify(read(mit.replace('MIT License', 'Modified MIT License')), index).verdict).toBe('UNKNOWN')
    expect(identify(read(`${mit}\nAbove 100 million users the name must be displayed.`), index)).toMatchObject({
      verdict: 'UNKNOWN',
      closest: { licenceId: 'MIT' },
    })
  })
  test('a text of several ids is named by the first, with the rest beside it', () => {
    expect(identify(read(full['GPL-3.0-or-later']?.licenseText ?? ''), index)).toMatchObject({
      licenceId: 'GPL-3.0-only',
      alternatives: ['GPL-3.0-or-later', 'GPL-3.0', 'GPL-3.0+'],
    })
  })

  test.runIf(existsSync(`${TEXTS}/index.json`))('every AI licence text at hand is named as the table says', () => {
    const { licences } = JSON.parse(readFileSync(`${TEXTS}/index.json`, 'utf8'))
    for (const { id, file } of licences) {
      const text = readLicenceText(readFileSync(`${TEXTS}/${file}`))
      if ('refused' in text) throw new Error(file)
      const expected = findAlias('text', id)?.licenceId ?? null
      expect([id, identify(text, index).licenceId]).toEqual([id, expected])
      expect([id, identify({ ...text, sha256: '' }, index).licenceId]).toEqual([id, expected])
    }
  })
})
