import { describe, expect, test } from 'vitest'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { comparisonConclusionInput } from './comparison-conclusion.ts'
import { concludedBindingInput } from './concluded-binding.ts'
import { concludeInput, opinionInput, readConclusion, readingRuleInput } from './reading-input.ts'
import { textUploadInput } from './text-upload.ts'
import { writtenWords } from './written-words.ts'

const reason = writtenWords('reason', 100)

function rules(given: unknown): string[] {
  const read = reason.safeParse(given)
  return read.success ? [] : refusalsOf(read.error, given).map((refusal) => refusal.rule)
}

describe('words that a person writes', () => {
  test('are taken in any script, with line breaks, tabs and joined emoji', () => {
    for (const text of ['Counsel said so.', 'Zeile eins\r\n\tZeile zwei', 'می‌خواهم', '👩‍⚖️ agrees', '許可'])
      expect(rules(text), text).toEqual([])
  })
  test('hold no NUL, no other control, no half a character and nothing that turns the reading direction', () => {
    for (const text of ['a\0b', 'a\x07b', 'a\x1b[31mb', 'a\ud800b', 'a\udc00', 'a\u202eb', 'a\u2066b'])
      expect(rules(text), JSON.stringify(text)).toEqual(['reason.control-characters'])
  })
  test('are something to read, not white space and not characters without width', () => {
    for (const text of ['', ' \n ']) expect(rules(text), JSON.stringify(text)).toEqual(['body.empty'])
    for (const text of ['\u200b\u200b', '\u2060 \u00ad'])
      expect(rules(text), JSON.stringify(text)).toEqual(['reason.empty'])
  })
  test('have a most', () => {
    expect(rules('x'.repeat(101))).toEqual(['body.too-long'])
  })
})

describe('what nobody sees is refused by the name of its field', () => {
  const sha = 'a'.repeat(64)
  const term = { term: 'governing_law', value: { law: 'a', venue: null }, section: '1', confidence: 'high' } as const
  const reading = { text: sha, terms: [term], reason: 'Read so.' }

  test.each([
    ['/reason', concludeInput, { ...reading, reason: 'a\0b' }],
    ['/terms/0/section', concludeInput, { ...reading, terms: [{ ...term, section: '1\ud800' }] }],
    ['/comment', opinionInput, { agrees: true, comment: 'a\0b' }],
    ['/reason', readingRuleInput, { needsSecondPerson: true, reason: 'a\0b' }],
    ['/reason', comparisonConclusionInput, { from: sha, to: 'b'.repeat(64), outcome: 'mixed', reason: 'a\ud800' }],
    ['/reason', concludedBindingInput, { revisionId: '01a21370-4ee8-7471-919f-28815c0b9151', reason: 'a\0b' }],
    ['/note', textUploadInput, { text: 'You may use it.', note: 'a\0b' }],
  ])('%s', (field, schema, given) => {
    const read = schema.safeParse(given)
    const refusals = read.success ? [] : refusalsOf(read.error, given)
    expect(refusals).toEqual([
      expect.objectContaining({ field, rule: `${field.split('/').at(-1)}.control-characters` }),
    ])
  })

  test('in the words of a term', () => {
    const input = concludeInput.parse({ ...reading, terms: [{ ...term, value: { law: 'a\0b', venue: null } }] })
    expect(readConclusion(input, '1. The law of a.')).toMatchObject({
      ok: false,
      refusals: [{ field: '/terms/0/value', rule: 'term.value-not-allowed' }],
    })
  })
})
