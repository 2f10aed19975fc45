import { describe, expect, test } from 'vitest'
import { readDeclaration } from './declared.ts'
import { type Identification, unknownText } from './identification.ts'
import { ENGINE_VERSION } from './identify.ts'
import { compareDeclaredWithIdentified } from './mismatch.ts'

function found(licenceId: string | null, alternatives: string[] = []): Identification {
  const isMatch = licenceId !== null
  return {
    ...unknownText(ENGINE_VERSION),
    verdict: isMatch ? 'MATCH' : 'UNKNOWN',
    licenceId,
    alternatives,
    similarity: isMatch ? 1 : 0.9,
    closest: isMatch ? { licenceId, similarity: 1 } : { licenceId: 'Apache-2.0', similarity: 0.9 },
    basis: isMatch ? 'fingerprint' : null,
  }
}

const text = (licenceId: string | null, path = 'LICENSE') => ({ path, identification: found(licenceId) })
const tag = (license: string) => readDeclaration({ cardData: { license } })
const name = (license_name: string) => readDeclaration({ cardData: { license: 'other', license_name } })

describe('declared beside identified, in real repositories', () => {
  test.each([
    ['an Apache tag over the Qwen text', tag('apache-2.0'), 'LicenseRef-qwen-2024', 'disagree'],
    ['an Apache tag over the Qwen community text', tag('apache-2.0'), 'LicenseRef-qwen-community-1.0', 'disagree'],
    ['an MIT tag over the Qwen research text', tag('mit'), 'LicenseRef-qwen-research-2024', 'disagree'],
    ['a stricter name than the text', name('tongyi-qianwen-research'), 'LicenseRef-tongyi-qianwen-2023', 'disagree'],
    ['the Qwen name over an Apache text', name('qwen'), 'Apache-2.0', 'disagree'],
    ['one research name over its 2024 text', name('qwen-research'), 'LicenseRef-qwen-research-2024', 'agree'],
    ['the same name over its 2026 text', name('qwen-research'), 'LicenseRef-qwen-research-2026', 'agree'],
    ['a research name over the commercial text', name('qwen-research'), 'LicenseRef-qwen-2024', 'disagree'],
    ['a custom name that spells a tag, over that text', name('apache-2.0'), 'Apache-2.0', 'agree'],
    [
      'the first Qwen name over its vision text',
      name('tongyi-qianwen'),
      'LicenseRef-tongyi-qianwen-2023-08-23',
      'agree',
    ],
    ['a cut-off copy of the right text', tag('apache-2.0'), null, 'not-comparable'],
    ['a research text that we do not hold', name('qwen-research'), null, 'not-comparable'],
    ['a modified MIT of another publisher', name('modified-mit'), 'LicenseRef-kimi-k3', 'not-comparable'],
    ['a name nobody listed', name('house-licence'), 'MIT', 'not-comparable'],
  ])('%s', (_, declaration, licenceId, agreement) => {
    expect(compareDeclaredWithIdentified(declaration, [text(licenceId)]).agreement).toBe(agreement)
  })
})

describe('what counts as a licence text', () => {
  test('notices and use policies beside a licence are not held against it', () => {
    const files = [
      text('LicenseRef-llama3.2'),
      text(null, 'NOTICE'),
      text('Apache-2.0', 'NOTICE.txt'),
      text('LicenseRef-llama3.2-use-policy', 'USE_POLICY.md'),
      text('LicenseRef-llama3.2-use-policy', 'LICENSE-USE.md'),
    ]
    expect(compareDeclaredWithIdentified(tag('llama3.2'), files)).toMatchObject({
      agreement: 'agree',
      code: 'text-is-declared-licence',
      identified: ['LicenseRef-llama3.2'],
    })
  })
  test('a text of several ids agrees with any of them', () => {
    const gpl = { path: 'COPYING', identification: found('GPL-3.0-only', ['GPL-3.0-or-later', 'GPL-3.0']) }
    expect(compareDeclaredWithIdentified(tag('gpl-3.0'), [gpl]).agreement).toBe('agree')
    expect(compareDeclaredWithIdentified(tag('mit'), [gpl]).agreement).toBe('disagree')
  })
  test('a second licence beside the declared one is left to a person', () => {
    const files = [text('Apache-2.0'), text('LicenseRef-qwen-2024', 'MODEL_LICENSE_AGREEMENT.txt')]
    const second = compareDeclaredWithIdentified(tag('apache-2.0'), files)
    expect(second).toMatchObject({ agreement: 'not-comparable', code: 'texts-hold-several-licences' })
  })
  test('a text that we cannot name is not shown to differ', () => {
    const files = [text('MIT'), text(null, 'LICENSE-MODEL')]
    expect(compareDeclaredWithIdentified(tag('apache-2.0'), files)).toMatchObject({
      agreement: 'not-comparable',
      unknownPaths: ['LICENSE-MODEL'],
    })
  })
  test('silence on both sides is no licence; on one side it cannot be compared', () => {
    expect(compareDeclaredWithIdentified(readDeclaration({}), []).agreement).toBe('no-licence')
    expect(compareDeclaredWithIdentified(readDeclaration({}), [text('MIT')]).code).toBe('nothing-declared')
    expect(compareDeclaredWithIdentified(tag('mit'), []).code).toBe('no-text')
  })
})
