import { expect, test } from 'vitest'
import { normaliseTokens } from './normalise.ts'
import { placeholderSlots } from './placeholder-slots.ts'

function slotsOf(text: string): string[] {
  const tokens = normaliseTokens(text)
  return placeholderSlots(text, tokens).map((slot) =>
    tokens
      .slice(slot.from, slot.to)
      .map((token) => token.word)
      .join(' '),
  )
}

test('bracketed places for names are slots, two beside each other are one', () => {
  expect(slotsOf('Licensed by <name of author> in [city].')).toEqual(['name of author', 'city'])
  expect(slotsOf('It was written in <year> <owner> long ago')).toEqual(['year owner'])
})

test('brackets around clauses, figures and addresses are none', () => {
  expect(slotsOf('You may [subject to clause 3] use it, see <https://example.org/name>.')).toEqual([])
})

test('who disclaims and who is not liable may be named', () => {
  expect(slotsOf('In no event shall the authors or copyright holders be liable')).toEqual([
    'the authors or copyright holder s'.replace(' s', 's'),
  ])
  expect(slotsOf('In no event shall the authors unless paid be liable')).toEqual([])
})

test('a notice in the middle of a paragraph may name others', () => {
  expect(slotsOf('as is. Copyright 2001 Foo Inc. More')).toEqual(['copyright 2001 foo inc'])
})
