import { expect, test } from 'vitest'
import { findQuotation, plainText } from './quotation.ts'

const TEXT =
  'You **MUST** prominently\n   display “Built with\n   Qwen” in the docs.\n\nYou must   prominently display it — always.'

function found(quotation: string, within?: { start: number; end: number }): string | null {
  const span = findQuotation(plainText(TEXT), quotation, within)
  return span && TEXT.slice(span.start, span.end)
}

test('finds words across line ends, emphasis and other quotation marks', () => {
  expect(found('you must prominently display "Built with Qwen"')).toBe(
    'You **MUST** prominently\n   display “Built with\n   Qwen',
  )
  expect(found('display it - always')).toBe('display it — always')
})

test('prefers the place that lies in the section, where the words stand twice', () => {
  const second = TEXT.lastIndexOf('You must')
  expect(found('must prominently display', { start: second, end: TEXT.length })).toBe('must   prominently display')
  expect(found('must prominently display')).toMatch(/^MUST/)
})

test('takes an ellipsis for words left out, but not for half the text', () => {
  expect(found('Built with … in the docs')).toBe('Built with\n   Qwen” in the docs')
  const far = `begins ${'word '.repeat(400)}ends`
  expect(findQuotation(plainText(far), 'begins … ends')).toBeNull()
})

test('finds nothing for words that are not there, nor for none', () => {
  expect(found('Built with Llama')).toBeNull()
  expect(found('…')).toBeNull()
})

test('stays quick where the first words stand everywhere and the last nowhere', () => {
  const text = plainText('you may '.repeat(60_000))
  const before = performance.now()
  expect(findQuotation(text, 'you … never')).toBeNull()
  expect(performance.now() - before).toBeLessThan(3_000)
})
