import { describe, expect, test } from 'vitest'
import { outlined, partNamed, sectionAt } from './section-place.ts'
import { outlineOf } from './text-outline.ts'

const pathsOf = (text: string) => outlineOf(text).map((part) => part.path.join('.'))

const AGREEMENT = `An Agreement

Section I: PREAMBLE
Words before the numbers, long enough that somebody would read them as the preamble of a licence for models.

Section II: RIGHTS
1. Definitions
   a. "Model" means what is licensed.
   h. "Form" means a form.
   i. "Mark" means a mark.
2. Rights
   a. Uses
      i. You may run it.
      ii. You may tune it; iii. you may not sell it.
3.1 Sharing
(a) Give a copy;
(b) keep notices.
Attachment A
You agree not to use the Model to do harm.`

describe('the outline of a text', () => {
  test('nests letters and numerals under the numbers they stand below', () => {
    expect(pathsOf('1. One\n  a. First\n    i. Inner\n    ii. Inner\n  b. Second\n2. Two')).toEqual([
      '1',
      '1.a',
      '1.a.i',
      '1.a.ii',
      '1.b',
      '2',
    ])
  })
  test('takes i for a letter after h, and for a numeral at the start of a list', () => {
    expect(pathsOf('1. One\n  h. Eight\n  i. Nine')).not.toContain('1.h.i')
    expect(pathsOf('1. One\n  a. First\n    i. Inner')).toContain('1.a.i')
  })
  test('counts on past headings in roman numerals', () => {
    expect(pathsOf(AGREEMENT)).toEqual(expect.arrayContaining(['section i', 'section ii', '1', '2', '3.1', '3.1.a']))
    expect(pathsOf(AGREEMENT)).toContain('attachment a')
  })
  test('takes no number inside a sentence for a section', () => {
    expect(pathsOf('1. One\nas stated in\n42. nothing of the kind')).toEqual(['1'])
  })
  test('is found under Markdown, where list numbers are escaped', () => {
    expect(pathsOf('# Terms\n\n**1\\. Rights**\n\n**2\\. Duties**')).toEqual(['1', '2'])
  })
  test.each([
    ['ten thousand numbered lines', (at: number) => `${(at % 99) + 1}. Words and (a) more; (b) words.`],
    ['first items that never go on', (at: number) => (at % 2 === 0 ? '1. One' : 'a. One')],
    ['steps that only lead inwards', (at: number) => `${at === 0 ? 'Definitions' : `${' '.repeat(at % 500)}Words`}`],
  ])('stays quick on %s', (_, line) => {
    const text = Array.from({ length: 20_000 }, (_one, at) => line(at)).join('\n')
    const before = performance.now()
    const { parts } = outlined(text)
    expect(Math.max(...parts.map((part) => part.path.length))).toBeLessThan(10)
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})

describe('a section by its name', () => {
  const text = outlined(AGREEMENT)
  const says = (reference: string) => {
    const part = partNamed(text, reference)
    return part && AGREEMENT.slice(part.start, part.end).trim()
  }
  test('is found as lawyers write it', () => {
    expect(says('2.a.ii')).toMatch(/^ii\. You may tune it/)
    expect(says('3.1(a)')).toMatch(/^\(a\) Give a copy/)
    expect(says('Attachment A')).toMatch(/not to use the Model to do harm/)
    expect(says('preamble')).toMatch(/PREAMBLE/)
  })
  test('is nothing where the text has no such part', () => {
    expect(says('9.z')).toBeNull()
    expect(says('the policy beside it')).toBeNull()
  })
  test('is the innermost one that holds a place', () => {
    expect(sectionAt(text, AGREEMENT.indexOf('keep notices'))).toBe('3.1.b')
    expect(sectionAt(text, 0)).toBeNull()
  })
  test('is counted by position where a copy has lost its numbers', () => {
    const unnumbered =
      'Terms\n\nDefinitions\n\n    "Model" means it.\n\nRights\n\n    You may use it.\n\n    You may share it.'
    const part = partNamed(outlined(unnumbered), '2.2')
    expect(part && unnumbered.slice(part.start, part.end)).toBe('You may share it.')
    const lettered = partNamed(outlined(unnumbered), '2.b')
    expect(lettered && unnumbered.slice(lettered.start, lettered.end)).toBe('You may share it.')
  })
})
