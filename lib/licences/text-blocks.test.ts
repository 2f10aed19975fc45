import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shownSectionAt, textBlocks } from './text-blocks.ts'

const TEXTS = '../shared/data/licences'

const TEXT = `THE EXAMPLE AGREEMENT

By using the Work you agree.

1. Definitions
   a. "Work" means the work that
      is wrapped here.
   b. "You" means you.
      i. and anybody you act for;
      ii. or who acts for you.

2\\. **Grant**
You may use the Work in
2024 and later.

3.1 No warranty. The Work comes as it is.

Attachment A

Use Restrictions apply.
`

const anchorsOf = (text: string) => textBlocks(text).flatMap(({ anchor }) => anchor ?? [])

describe('the blocks of a text', () => {
  test('each numbered clause has an address made of its numbers', () => {
    expect(anchorsOf(TEXT)).toEqual(['s1', 's1-a', 's1-b', 's1-b-i', 's1-b-ii', 's2', 's3-1', 'sattachmenta'])
  })

  test('a section is named as people write it, and holds what follows it', () => {
    const blocks = textBlocks(TEXT)
    const at = (words: string) => shownSectionAt(blocks, TEXT.indexOf(words))
    expect(at('THE EXAMPLE')).toBeNull()
    expect(at('is wrapped here')).toBe('1(a)')
    expect(at('who acts for you')).toBe('1(b)(ii)')
    expect(at('2024 and later')).toBe('2')
    expect(at('No warranty')).toBe('3.1')
    expect(at('Use Restrictions')).toBe('Attachment A')
  })

  test('an address is never given twice, and reflowing the text changes none', () => {
    const twice = anchorsOf(`${TEXT}\n\n${TEXT}`)
    expect(new Set(twice).size).toBe(twice.length)
    expect(anchorsOf(TEXT.replace('that\n      is wrapped', 'that is wrapped').replaceAll('\n', '\r\n'))).toEqual(
      anchorsOf(TEXT),
    )
  })

  test('the letter after h is no Roman figure', () => {
    const letters = 'abcdefghij'.split('').map((letter) => `${letter}. Item ${letter}.`)
    expect(anchorsOf(`1. List\n${letters.join('\n')}`).at(-2)).toBe('s1-i')
  })

  test('a number at the beginning of a wrapped line opens no clause', () => {
    expect(anchorsOf('1. First of all\n10. of these were wrapped here.')).toEqual(['s1'])
  })

  test('no block is endless, and no word is lost, whatever the text', () => {
    const texts = ['x'.repeat(100_000), 'word '.repeat(20_000), '', '\n\n', '1.', '(a)\n(b)', `${'😀'.repeat(20_000)}`]
    const held = existsSync(TEXTS) ? readdirSync(TEXTS).filter((name) => name.endsWith('.txt')) : []
    for (const text of [TEXT, ...texts, ...held.map((name) => readFileSync(`${TEXTS}/${name}`, 'utf8'))]) {
      const blocks = textBlocks(text)
      let end = 0
      for (const block of blocks) {
        expect(text.slice(end, block.start).trim()).toBe('')
        expect(block.end - block.start).toBeLessThanOrEqual(16_000)
        expect(text.slice(block.start, block.end).isWellFormed()).toBe(text.isWellFormed())
        end = block.end
      }
      expect(text.slice(end).trim()).toBe('')
    }
  })
})
