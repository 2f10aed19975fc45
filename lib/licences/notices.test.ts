import { describe, expect, test } from 'vitest'
import { noticeGapSentence } from './notice-sentences.en.ts'
import { assembleNotices, type NoticeDeployment } from './notices.ts'
import { findTermsFor, type TermsRow } from './terms.ts'

const QWEN_TEXT = `3. You shall retain the following attribution notices within a "Notice" text file distributed as a part of such
copies: "Qwen is licensed under the Qwen LICENSE AGREEMENT, Copyright (c) Alibaba Cloud. All Rights Reserved."; and
`
const APACHE_TEXT = '\uFEFFApache License\r\nVersion 2.0\r\n\r\n'
const NOTICE_TEXT = 'Copyright 2024 Somebody\nThis product holds parts of others.\n'

const TEXTS = new Map([
  ['qwen', QWEN_TEXT],
  ['apache', APACHE_TEXT],
  ['notice', NOTICE_TEXT],
])

function termsOf(id: string): TermsRow | null {
  return findTermsFor(id, 'MATCH')
}

function deployment(changes: Partial<NoticeDeployment> = {}): NoticeDeployment {
  return {
    id: 'd1',
    name: 'Search',
    model: 'Qwen/Qwen2.5-72B',
    revision: 'a'.repeat(40),
    source: 'https://hub.example/Qwen/Qwen2.5-72B',
    licence: { id: 'LicenseRef-qwen-2024', name: 'Qwen License Agreement' },
    verdict: 'MATCH',
    textSha: 'qwen',
    terms: termsOf('LicenseRef-qwen-2024'),
    notices: [],
    ...changes,
  }
}

const apache = (changes: Partial<NoticeDeployment> = {}) =>
  deployment({
    id: 'd2',
    name: 'Chat',
    model: 'Qwen/Qwen3-8B',
    licence: { id: 'Apache-2.0', name: 'Apache License 2.0' },
    textSha: 'apache',
    terms: termsOf('Apache-2.0'),
    ...changes,
  })

describe('a notice file', () => {
  test('names model, revision and licence, gives the dictated sentence and the whole text', () => {
    const { file, gaps } = assembleNotices([deployment()], TEXTS)
    expect(gaps).toEqual([])
    expect(file).toContain('Qwen/Qwen2.5-72B\nRevision: aaaaaaaaaa')
    expect(file).toContain('Licence: Qwen License Agreement (LicenseRef-qwen-2024), text [1]')
    expect(file).toContain(
      '\nQwen is licensed under the Qwen LICENSE AGREEMENT, Copyright (c) Alibaba Cloud. All Rights Reserved.\n',
    )
    expect(file).toContain(QWEN_TEXT)
  })
  test('holds the NOTICE files of the repository, whole', () => {
    const { file } = assembleNotices([apache({ notices: [{ path: 'NOTICE', sha256: 'notice' }] })], TEXTS)
    expect(file).toContain('NOTICE: text [2]')
    expect(file).toContain(NOTICE_TEXT)
  })
  test('keeps a text as it stands but for its byte order mark and its end', () => {
    const { file } = assembleNotices([apache()], TEXTS)
    expect(file).toContain('Apache License\r\nVersion 2.0\n')
    expect(file).not.toContain('\uFEFF')
  })
  test('holds each model and each text once, however many deployments run it', () => {
    const { file, entries } = assembleNotices(
      [apache(), apache({ id: 'd3', name: 'Bot' }), apache({ id: 'd4', model: 'Qwen/Qwen3-4B' })],
      TEXTS,
    )
    expect(entries.map((entry) => [entry.model, entry.deployments.map((one) => one.id)])).toEqual([
      ['Qwen/Qwen3-4B', ['d4']],
      ['Qwen/Qwen3-8B', ['d2', 'd3']],
    ])
    expect(file?.match(/Version 2\.0/g)).toHaveLength(1)
  })
  test('is the same whatever order the deployments come in', () => {
    const rows = [apache(), deployment(), apache({ id: 'd4', model: 'Qwen/Qwen3-4B' })]
    expect(assembleNotices(rows, TEXTS).file).toBe(assembleNotices(rows.toReversed(), TEXTS).file)
  })
  test('credits the source where the licence asks for that', () => {
    const credit = deployment({
      licence: { id: 'CC-BY-NC-4.0', name: 'CC BY-NC 4.0' },
      terms: termsOf('CC-BY-NC-4.0'),
      textSha: 'apache',
    })
    expect(assembleNotices([credit], TEXTS).entries[0]?.attribution).toBe(
      'Qwen/Qwen2.5-72B, from https://hub.example/Qwen/Qwen2.5-72B, under CC BY-NC 4.0',
    )
  })
})

describe('what cannot be assembled is listed with the reason', () => {
  const unsure = termsOf('Apache-2.0')
  test.each([
    ['no text governs', deployment({ textSha: null, verdict: null }), 'no-text'],
    ['nobody knows what runs', deployment({ revision: null }), 'revision-unknown'],
    ['the text is only like a known one', deployment({ verdict: 'MODIFIED', licence: null }), 'text-not-recognised'],
    ['nobody has read the terms', deployment({ terms: null }), 'terms-not-read'],
    ['the dictated words do not stand in the text', deployment({ textSha: 'apache' }), 'notice-words-not-found'],
    ['the text is gone', deployment({ textSha: 'other' }), 'text-not-held'],
    ['a NOTICE is gone', apache({ notices: [{ path: 'NOTICE', sha256: 'other' }] }), 'text-not-held'],
    [
      'the term was read unsurely',
      apache({
        terms: unsure && {
          ...unsure,
          terms: { attribution_notice: { value: 'keep_notices', section: '4', confidence: 'low' } },
        },
      }),
      'notice-not-read-surely',
    ],
  ])('%s', (_, one, because) => {
    const { file, gaps } = assembleNotices([one], TEXTS)
    expect(file).toBeNull()
    expect(gaps.map((found) => found.because)).toEqual([because])
    for (const found of gaps) expect(noticeGapSentence(found.because, found.detail)).not.toMatch(/undefined|null/)
  })
  test('and does not keep the rest out of the file', () => {
    const { entries, gaps } = assembleNotices([deployment({ terms: null }), apache()], TEXTS)
    expect(entries.map((entry) => entry.model)).toEqual(['Qwen/Qwen3-8B'])
    expect(gaps).toMatchObject([{ deployment: { id: 'd1', name: 'Search' } }])
  })
})
