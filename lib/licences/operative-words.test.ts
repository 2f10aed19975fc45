import { expect, test } from 'vitest'
import { isDefinition, isOperativeWord } from './operative-words.ts'

test.each(['may', 'not', 'noncommercial', 'indemnify', '100000000', '20.5', '$', 'prior'])('%s is operative', (word) =>
  expect(isOperativeWord(word)).toBe(true),
)
test.each(['software', 'hereby', 'constructor', 'moonshot'])('%s is not', (word) =>
  expect(isOperativeWord(word)).toBe(false),
)
test('a clause that says what a term means is a definition', () => {
  expect(isDefinition('materials shall mean the qwen models'.split(' '))).toBe(true)
  expect(isDefinition('output refers to what the model gives'.split(' '))).toBe(true)
  expect(isDefinition('you keep the notice'.split(' '))).toBe(false)
})
