import { expect, test } from 'vitest'
import { gradeOfSources, isPublishersOwn } from './source-grade.ts'

const HOMES = ['https://github.com/QwenLM/', 'https://huggingface.co/Qwen']

test.each([
  ['https://github.com/QwenLM/Qwen3/blob/main/README.md', true],
  ['https://huggingface.co/Qwen', true],
  ['https://huggingface.co/Qwen/Qwen3-8B', true],
  ['https://huggingface.co/QwenFans/Qwen3-8B', false],
  ['https://github.com/QwenLM/Qwen3/issues/411', false],
  ['https://huggingface.co/Qwen/Qwen2-72B/discussions/1', false],
  ['https://example.org/?https://github.com/QwenLM/', false],
  [null, false],
])('the publisher speaks at %s: %s', (url, expected) => {
  expect(isPublishersOwn(url, HOMES)).toBe(expected)
})

test("somebody else's reading of the publisher's page is reported, not announced", () => {
  const blank = { title: 't', repository: null, path: null, commit: null, date: null }
  const url = 'https://huggingface.co/Qwen/Qwen3-8B'
  const sources = {
    card: { ...blank, url, kind: 'upstream' as const },
    reading: { ...blank, url, kind: 'third-party' as const },
  }
  expect(gradeOfSources(['reading'], sources, HOMES)).toBe('reported')
  expect(gradeOfSources(['reading', 'card'], sources, HOMES)).toBe('announced')
  expect(gradeOfSources([], sources, HOMES)).toBe('reported')
})
