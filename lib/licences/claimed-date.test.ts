import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { claimedDate } from './claimed-date.ts'

const TEXTS = '../shared/data/licences'

test('a date beside a word that says what it is of is what a text calls itself by', () => {
  expect(claimedDate('AGREEMENT\nRelease Date: September 19, 2024\n\n1. …')).toEqual({
    words: 'Release Date: September 19, 2024',
    on: '2024-09-19',
  })
  expect(claimedDate('Apache License\n   Version 2.0, January 2004\n')?.on).toBe('2004-01')
  expect(claimedDate('Last modified: 3 Mar 2025')?.on).toBe('2025-03-03')
  expect(claimedDate('Effective as of 2026-02-11.')?.on).toBe('2026-02-11')
})

test('a date that stands alone on a line is one, and a date in a sentence is not', () => {
  expect(claimedDate('A LICENCE\n\nAugust 22, 2022\n\nText.')?.on).toBe('2022-08-22')
  expect(claimedDate('This was signed by nobody in August 2022, nor later.')).toBeNull()
  expect(claimedDate('Copyright (c) 2022 Somebody')).toBeNull()
})

test('a date far down in a text is of something else', () => {
  expect(claimedDate(`${'word '.repeat(800)}\nRelease Date: May 1, 2024`)).toBeNull()
})

test.runIf(existsSync(TEXTS))('real texts are dated by what they say', () => {
  const on = (name: string) => claimedDate(readFileSync(`${TEXTS}/${name}`, 'utf8'))?.on
  expect(on('qwen-research-license-2024-09-19.txt')).toBe('2024-09-19')
  expect(on('llama-3.1-community-license.txt')).toBe('2024-07-23')
  expect(on('gemma-terms-of-use-2025-03-24.txt')).toBe('2025-03-24')
  expect(on('apache-2.0-qwenlm.txt')).toBe('2004-01')
  expect(on('creativeml-openrail-m-stable-diffusion-2022-08-22.txt')).toBe('2022-08-22')
  expect(on('mit.txt')).toBeUndefined()
})
