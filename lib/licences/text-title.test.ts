import { expect, test } from 'vitest'
import { type Identification, type IdentifiedPart, unknownText } from './identification.ts'
import { textTitle } from './text-title.ts'

const found = (changes: Partial<Identification>): Identification => ({ ...unknownText('test'), ...changes })
const part = (licenceId: string): IdentifiedPart => ({
  licenceId,
  alternatives: [],
  textId: null,
  verdict: 'MATCH',
  start: 0,
  end: 1,
  similarity: 1,
  coverage: 1,
})

test('a text is called by the licence it is', () => {
  expect(textTitle(found({ verdict: 'MATCH', licenceId: 'MIT' }))).toBe('MIT License')
})

test('a text that holds several licences is called by each of them once', () => {
  const parts = [part('MIT'), part('Apache-2.0'), part('MIT')]
  expect(textTitle(found({ verdict: 'CONTAINS', parts }))).toBe('MIT License and Apache License 2.0')
})

test('a text most of whose words are other ones is not called an alteration', () => {
  const closest = { licenceId: 'MIT', similarity: 0.15 }
  expect(textTitle(found({ verdict: 'MODIFIED', closest }))).toBe('A text with words of MIT License')
})

test('an altered text, and a part of one, are never called by the licence alone', () => {
  const closest = { licenceId: 'MIT', similarity: 0.97 }
  expect(textTitle(found({ verdict: 'MODIFIED', closest }))).toBe('Altered: MIT License')
  expect(textTitle(found({ verdict: 'PARTIAL', closest }))).toBe('In part: MIT License')
  expect(textTitle(found({ closest }))).toBe('A text that was not recognised')
  expect(textTitle(null)).toBe('A text that was not judged yet')
})
