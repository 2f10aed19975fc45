import { expect, test } from 'vitest'
import { normaliseTokens } from './normalise.ts'
import { diffWordsOf, MAX_WORD_EDITS } from './word-diff.ts'

test('names the words that came and went, with their places in both originals', () => {
  const [before, after] = ['You may  use it', 'You may not use it']
  const runs = diffWordsOf(normaliseTokens(before), normaliseTokens(after)) ?? []
  expect(runs.map((run) => `${run.kind} ${run.words.join(' ')}`)).toEqual(['same you may', 'added not', 'same use it'])
  const added = runs[1]?.after
  expect(added && after.slice(added.start, added.end)).toBe('not')
  const rest = runs[2]?.before
  expect(rest && before.slice(rest.start, rest.end)).toBe('use it')
})

test('gives up rather than show a difference nobody could read', () => {
  const words = (mark: string) => Array.from({ length: MAX_WORD_EDITS }, (_, at) => `${mark}${at}`).join(' ')
  expect(diffWordsOf(normaliseTokens(words('a')), normaliseTokens(words('b')))).toBeNull()
})
