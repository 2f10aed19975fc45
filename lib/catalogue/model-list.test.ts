import { describe, expect, test } from 'vitest'
import { DEFAULT_MODEL_ORDER, daysOfQuarter, modelOrderText, parseModelOrder } from './model-list.ts'

describe('the order of a list of models', () => {
  test('is read as it is written', () => {
    expect(parseModelOrder('-releaseOn')).toEqual(DEFAULT_MODEL_ORDER)
    expect(parseModelOrder('name')).toEqual({ by: 'name', isDescending: false })
    expect(modelOrderText(DEFAULT_MODEL_ORDER)).toBe('-releaseOn')
  })

  test('is none for a column that does not sort', () => {
    expect([parseModelOrder('task'), parseModelOrder('--name'), parseModelOrder('')]).toEqual([null, null, null])
  })
})

test('a quarter runs from its first day to the day before the next, over the end of a year too', () => {
  expect(daysOfQuarter('2026-Q3')).toEqual({ from: '2026-07-01', before: '2026-10-01' })
  expect(daysOfQuarter('2026-Q4')).toEqual({ from: '2026-10-01', before: '2027-01-01' })
  expect([daysOfQuarter('2026-Q5'), daysOfQuarter('undated')]).toEqual([null, null])
})
