import { describe, expect, test } from 'vitest'
import { readDeclaration } from './declared.ts'

const other = (name: string) => readDeclaration({ cardData: { license: 'other', license_name: name } })

describe('what a card declares', () => {
  test('keeps the raw values beside what they stand for', () => {
    expect(
      readDeclaration({
        cardData: { license: 'apache-2.0', license_link: 'LICENSE' },
        tags: ['region:us', 'license:apache-2.0'],
      }),
    ).toEqual({
      license: 'apache-2.0',
      licenseName: null,
      licenseLink: 'LICENSE',
      tags: ['apache-2.0'],
      licenceId: 'Apache-2.0',
      candidates: ['Apache-2.0'],
      hasAllCandidates: true,
      kind: 'spdx',
    })
  })
  test('reads a whole SPDX expression as the licences it names, and nothing that is not quite one', () => {
    const card = (license: string) => readDeclaration({ cardData: { license } })
    expect(card('MIT OR Apache-2.0')).toMatchObject({
      licenceId: null,
      candidates: ['MIT', 'Apache-2.0'],
      hasAllCandidates: true,
      kind: 'spdx-ambiguous',
    })
    expect(card('GPL-2.0-only WITH Classpath-exception-2.0')).toMatchObject({ licenceId: null, kind: 'spdx-ambiguous' })
    for (const almost of ['MIT or Apache-2.0', 'MIT OR Apache', 'MIT OR', 'LicenseRef-own']) {
      expect(card(almost), almost).toMatchObject({ licenceId: null, candidates: [], kind: 'unlisted' })
    }
  })
  test('falls back to tags where the card is silent', () => {
    expect(readDeclaration({ cardData: null, tags: ['license:mit'] })).toMatchObject({
      license: null,
      licenceId: 'MIT',
    })
  })
  test('takes silence for no licence stated, never for a permissive one', () => {
    for (const source of [{}, { cardData: {} }, { cardData: { license: '' } }, { cardData: { license: 'unknown' } }]) {
      expect(readDeclaration(source)).toMatchObject({ licenceId: null, candidates: [], kind: 'none' })
    }
    expect(readDeclaration({ cardData: { license: 'other' } })).toMatchObject({ licenceId: null, kind: 'none' })
  })
  test('reads the name under "other" from the table only', () => {
    expect(other('qwen')).toMatchObject({ licenceId: 'LicenseRef-qwen-2024', kind: 'custom' })
    expect(other('qwen-research')).toMatchObject({
      licenceId: null,
      candidates: ['LicenseRef-qwen-research-2024', 'LicenseRef-qwen-research-2026'],
      hasAllCandidates: true,
    })
    expect(other('modified-mit')).toMatchObject({ licenceId: null, hasAllCandidates: false })
    expect(other('my-own')).toMatchObject({ licenceId: null, candidates: [], kind: 'unlisted' })
  })
  test('does not take a hub tag written as a custom name at its word', () => {
    expect(other('apache-2.0')).toMatchObject({ licenceId: null, kind: 'unlisted', candidates: ['Apache-2.0'] })
  })
  test('does not choose between only and or-later, nor within a family', () => {
    expect(readDeclaration({ cardData: { license: 'gpl-3.0' } })).toMatchObject({
      licenceId: null,
      kind: 'spdx-ambiguous',
      candidates: ['GPL-3.0-only', 'GPL-3.0-or-later'],
    })
    expect(readDeclaration({ cardData: { license: 'cc' } })).toMatchObject({ licenceId: null, kind: 'family' })
    expect(readDeclaration({ cardData: { license: 'gemma' } })).toMatchObject({ licenceId: null, kind: 'custom' })
  })
  test('reads a list of one as that one, and a longer list as no single licence', () => {
    expect(readDeclaration({ cardData: { license: ['mit'] } })).toMatchObject({ licenceId: 'MIT', license: ['mit'] })
    expect(readDeclaration({ cardData: { license: ['mit', 'apache-2.0'] } })).toMatchObject({
      licenceId: null,
      candidates: ['MIT', 'Apache-2.0'],
    })
  })
  test('shows a tag outside the list as given', () => {
    expect(readDeclaration({ cardData: { license: 'constructor' } })).toMatchObject({
      license: 'constructor',
      kind: 'unlisted',
    })
  })
})
