import { expect, test } from 'vitest'
import { encodeCursor } from '#lib/shared/cursor.ts'
import { cursorOf, placeOf } from './record-place.ts'

const place = { at: new Date('2026-11-25T10:00:00.123Z'), id: '01a21256-dbca-757b-ad9c-ae70f402a8da' }

test('a cursor is read back as the place it was made of', () => {
  expect(placeOf(cursorOf(place))).toEqual(place)
})

test('what is no place of such a list is none', () => {
  const { id } = place
  for (const odd of [
    ['yesterday', id],
    ['2026-13-45T10:00:00.000Z', id],
    [place.at.toISOString(), "' or 1=1"],
    [1, 2],
    [],
  ])
    expect(placeOf(encodeCursor(odd))).toBeUndefined()
  expect(placeOf('not a cursor')).toBeUndefined()
})
