import { describe, expect, test } from 'vitest'
import {
  decodeText,
  isLicenceLikePath,
  licenceFileRole,
  MAX_LICENCE_BYTES,
  readLicenceText,
  sha256Of,
} from './licence-text.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('reading the bytes of a licence file', () => {
  test('reads UTF-8 with and without a byte order mark as the same text', () => {
    expect(decodeText(bytes('\ufeffGrant “of” rights'))).toEqual({ text: 'Grant “of” rights', encoding: 'utf-8' })
    expect(decodeText(bytes('Grant “of” rights'))).toEqual({ text: 'Grant “of” rights', encoding: 'utf-8' })
  })

  test('reads UTF-16 in either order when it carries its mark', () => {
    const little = Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42, 0x00])
    const big = Uint8Array.from([0xfe, 0xff, 0x00, 0x41, 0x00, 0x42])
    expect(decodeText(little)).toEqual({ text: 'AB', encoding: 'utf-16le' })
    expect(decodeText(big)).toEqual({ text: 'AB', encoding: 'utf-16be' })
  })

  test('reads what is not UTF-8 as windows-1252', () => {
    expect(decodeText(Uint8Array.from([0x93, 0x48, 0x69, 0x94]))).toEqual({ text: '“Hi”', encoding: 'windows-1252' })
  })

  test('refuses bytes that are no text, and texts over the cap', () => {
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00]))).toEqual({ refused: 'binary' })
    expect(decodeText(new Uint8Array(MAX_LICENCE_BYTES + 1).fill(65))).toEqual({ refused: 'too-large' })
    expect(decodeText(new Uint8Array(MAX_LICENCE_BYTES).fill(65))).not.toHaveProperty('refused')
  })

  test('hashes the bytes as published, mark included', () => {
    expect(sha256Of(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    const [plain, marked] = [readLicenceText(bytes('abc')), readLicenceText(bytes('\ufeffabc'))]
    if ('refused' in plain || 'refused' in marked) throw new Error('both are texts')
    expect(marked.text).toBe(plain.text)
    expect(marked.sha256).not.toBe(plain.sha256)
  })
})

describe('telling licence files by their names', () => {
  test.each([
    ['LICENSE', 'licence'],
    ['MODEL_LICENSE', 'licence'],
    ['licence.md', 'licence'],
    ['weights/LICENSE-MODEL.txt', 'licence'],
    ['LICENSE.v2', 'licence'],
    ['COPYING.LESSER', 'licence'],
    ['Tongyi Qianwen RESEARCH LICENSE AGREEMENT', 'licence'],
    ['MODEL_LICENSE_AGREEMENT.txt', 'licence'],
    ['docs/NOTICE.txt', 'notice'],
    ['USE_POLICY.md', 'use-policy'],
  ])('%s is a %s', (path, role) => {
    expect(licenceFileRole(path)).toBe(role)
    expect(isLicenceLikePath(path)).toBe(true)
  })

  test.each(['README.md', 'config.json', 'license.py', 'LICENSE.png', 'LICENSE/readme.md', 'agreement_score.csv'])(
    '%s is none',
    (path) => expect(isLicenceLikePath(path)).toBe(false),
  )
})
