import { expect, test } from 'vitest'
import { sizeInName, tierOfProductName, tierOfSize } from './size-tier.ts'

test.each([
  [0.8, 'tiny'],
  [2, 'tiny'],
  [8, 'small'],
  [27.8, 'medium'],
  [72, 'large'],
  [480, 'large'],
  [2400, 'max'],
])('%s billion parameters are %s', (size, tier) => {
  expect(tierOfSize(size)).toBe(tier)
})

test.each([
  ['Qwen3-235B-A22B', 235],
  ['Qwen3.8-2.4T-A95B', 2400],
  ['Qwen-1_8B-Chat', 1.8],
  ['Qwen1.5-MoE-A2.7B', null],
  ['Qwen3-TTS-12Hz-1.7B-Base', 1.7],
  ['Qwen3-Max', null],
])('the name %s states %s billion parameters', (name, size) => {
  expect(sizeInName(name)).toBe(size)
})

test('a product name claims a tier only with one of the words providers use', () => {
  expect(['Qwen3.7-Max', 'Qwen-Plus', 'Qwen2.5-Turbo', 'Qwen3.8-Omni-Flash', 'Qwen-MT'].map(tierOfProductName)).toEqual(
    ['max', 'large', 'medium', 'medium', null],
  )
})
