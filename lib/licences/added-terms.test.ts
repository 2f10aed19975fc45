import { describe, expect, test } from 'vitest'
import { isForeign, isOtherTitle, mayAddTerms, namesOtherLicence } from './added-terms.ts'
import { normaliseWords } from './normalise.ts'

describe('sentences that may add terms', () => {
  test.each([
    'You must display the name of the model in every product.',
    'This software may not be used by military organisations.',
    'For research purposes only.',
    'Companies with annual revenue above 20 million dollars must obtain permission.',
    'If you make money from this, you owe the author 5 % of your revenue.',
    'Notwithstanding the above, the licensor may revoke this license.',
    'The grant of rights does not include the right to sell the software.',
    'Non-commercial.',
  ])('%s', (sentence) => expect(mayAddTerms(normaliseWords(sentence))).toBe(true))
})

describe('sentences that add none', () => {
  test.each([
    'A small library that parses dates.',
    'npm install foo',
    'This project is licensed under the MIT License.',
    'Thanks to all contributors: Ann, Bob, Carl.',
    'See the web site for documentation and examples.',
    'Portions were written by Jane Doe at the University of Somewhere.',
  ])('%s', (sentence) => expect(mayAddTerms(normaliseWords(sentence))).toBe(false))
})

test('a sentence that is not English cannot be judged', () => {
  const german =
    'Die Nutzung in Diensten für Dritte ist nur mit der Zustimmung des Herstellers und gegen Entgelt erlaubt.'
  expect(isForeign(normaliseWords(german))).toBe(true)
  expect(isForeign(normaliseWords('本软件不得用于商业目的，除非获得作者的书面许可'))).toBe(true)
  expect(
    isForeign(normaliseWords('A plain English sentence about the weather in the north of the country today.')),
  ).toBe(false)
})

test('a title names another licence when it says so, or says that this one was changed', () => {
  const own = new Set(['mit', 'license'])
  const isOther = (line: string) => isOtherTitle(normaliseWords(line), own)
  expect(isOther('The MIT License (MIT)')).toBe(false)
  expect(isOther('License of Foo')).toBe(false)
  expect(isOther('Apache License')).toBe(true)
  expect(isOther('Modified MIT')).toBe(true)
  expect(isOther('Foo Community License Agreement')).toBe(true)
})

test('a sentence that puts something under another licence is told from one that names this licence', () => {
  const names = (sentence: string) => namesOtherLicence(normaliseWords(sentence), new Set(['mit', 'license']))
  expect(names('The build files are still GPLv2.')).toBe(true)
  expect(names('Parts are licensed under the Apache License.')).toBe(true)
  expect(names('This project is licensed under the MIT License.')).toBe(false)
  expect(names('It runs beside the Apache web server.')).toBe(false)
})
