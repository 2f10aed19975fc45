import { expect, test } from 'vitest'
import { hasEnglishShare, isEnglish } from './english.ts'
import { normaliseWords } from './normalise.ts'

test('tells English from other languages, and takes what is too short for English', () => {
  const english =
    'You may use the model for any purpose, and you must keep this notice in all copies of it that you make.'
  const german =
    'Die Nutzung des Modells ist jedem gestattet, sofern dieser Hinweis erhalten bleibt und niemand Gewährleistung verlangt oder jemals verlangt hat.'
  expect(isEnglish(normaliseWords(english))).toBe(true)
  expect(isEnglish(normaliseWords(german))).toBe(false)
  expect(isEnglish(['bonjour'])).toBe(true)
})

test('measured by a share, words too few to tell are not taken for English', () => {
  expect(hasEnglishShare(['bonjour'], 0.05)).toBe(false)
  expect(hasEnglishShare(normaliseWords('You may use it.'), 0.15)).toBe(true)
})
