import { describe, expect, test } from 'vitest'
import { jsonDepth } from './json-depth.ts'

describe('how deep a JSON text is nested', () => {
  test.each([
    ['1', 0],
    ['"[[["', 0],
    [String.raw`"\"[["`, 0],
    [String.raw`["\\", [1]]`, 2],
    ['{"a": [], "b": {"c": [1]}}', 3],
    ['[[], [], []]', 2],
  ])('%s: %i', (json, depth) => {
    expect(jsonDepth(json)).toBe(depth)
  })

  test('half a million levels are told without descending into them', () => {
    expect(jsonDepth('['.repeat(500_000) + ']'.repeat(500_000), 65)).toBe(65)
  })
})
