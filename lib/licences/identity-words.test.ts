import { expect, test } from 'vitest'
import { clausesOf } from './clauses.ts'
import { identityWordsOf } from './identity-words.ts'

function identity(text: string): string {
  return [...identityWordsOf(text, clausesOf(text))].map((token) => token.word).join(' ')
}

test('title, dates, versions, notices and addresses are what names a text', () => {
  expect(identity('Foo License\n\nRelease Date: August 3, 2023\n\nThe rest follows.')).toBe(
    'foo license release date august 3 2023',
  )
  expect(identity('It is version 2.1 of it. See https://a.example/b or x@y.example today.')).toBe(
    '2.1 http a.example b x y.example'.replaceAll('.e', ' e'),
  )
  expect(identity('Copyright (c) 2026 Moonshot AI')).toBe('copyright 2026 moonshot ai')
})

test('figures and "may" outside a date are not', () => {
  expect(identity('You may serve 2000 users within 30 days for 1.5 years.')).toBe('')
})
