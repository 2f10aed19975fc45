import { expect, test } from 'vitest'
import { encodeCursor } from '#lib/shared/cursor.ts'
import { cursorOf, placeOf } from './list-place.ts'

const id = '01a21256-e276-79b5-8610-874deb1687c8'

test('a place is found again in a list of the same order only', () => {
  const cursor = cursorOf('-verdict', { direction: 'previous', key: 4, id })
  expect(placeOf(cursor, '-verdict', 'number')).toEqual({ direction: 'previous', key: 4, id })
  expect(placeOf(cursor, 'verdict', 'number')).toBeNull()
})

test.each([
  ['no cursor at all', 'x', 'string'],
  ['a row without an id', encodeCursor(['name', 'next', 'a', 'b']), 'string'],
  ['a word where a number belongs', encodeCursor(['name', 'next', 'a', id]), 'number'],
  ['half a number', encodeCursor(['name', 'next', 0.5, id]), 'number'],
  ['a word where an instant belongs', encodeCursor(['name', 'next', 'yesterday', id]), 'instant'],
  ['another direction', encodeCursor(['name', 'up', 'a', id]), 'string'],
] as const)('%s is no place', (_, cursor, kind) => {
  expect(placeOf(cursor, 'name', kind)).toBeNull()
})
