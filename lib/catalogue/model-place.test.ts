import { expect, test } from 'vitest'
import { encodeCursor } from '#lib/shared/cursor.ts'
import type { ModelOrder } from './model-list.ts'
import { modelCursor, readModelCursor } from './model-place.ts'

const ID = '01a21256-d4e0-7fe9-a5b8-39bbfff05bbd'
const byName: ModelOrder = { by: 'name', isDescending: false }
const byRelease: ModelOrder = { by: 'releaseOn', isDescending: true }

test('a place comes back as it was given, the undated ones too', () => {
  for (const value of ['2026-08-12', null]) {
    expect(readModelCursor(modelCursor({ value, id: ID }, byRelease), byRelease)).toEqual({
      ok: true,
      value: { value, id: ID },
    })
  }
  expect(readModelCursor(undefined, byName)).toEqual({ ok: true, value: null })
})

test('a place of another order, or one that was made up, is refused with the remedy', () => {
  const made = [
    modelCursor({ value: 'Qwen/Qwen3-8B', id: ID }, byName),
    encodeCursor(['-releaseOn', '2026-13-45', ID]),
    encodeCursor(['-releaseOn', '2026-08-12', "x' or true"]),
    encodeCursor(['-releaseOn', 7, ID]),
    encodeCursor(['-releaseOn']),
    'nonsense',
  ]
  for (const cursor of made) {
    const read = readModelCursor(cursor, byRelease)
    expect(read.ok || read.refusals[0], cursor).toMatchObject({ field: '/cursor', rule: 'cursor.malformed' })
  }
})
