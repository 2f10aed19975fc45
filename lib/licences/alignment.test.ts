import { describe, expect, test } from 'vitest'
import { align, anchor, anchorsOf } from './alignment.ts'
import { gramsOf, hashWords } from './word-hash.ts'
import { GRAM, indexGrams, shiftsOf } from './word-runs.ts'

function aligned(reference: string, text: string) {
  const words = hashWords(reference.split(' '))
  const grams = gramsOf(words, GRAM)
  const index = indexGrams(hashWords(text.split(' ')))
  return shiftsOf(grams, index, 10).map((shift) => {
    const known = { words, grams, anchors: anchorsOf(grams) }
    return align(known, index, anchor(known, index, shift, false))
  })
}

const SENTENCE = 'you may run this model for any lawful purpose and must keep this notice in every copy'

describe('an alignment', () => {
  test('of a text with itself has no difference', () => {
    expect(aligned(SENTENCE, SENTENCE)).toMatchObject([{ textFrom: 0, textTo: 17, shared: 17, edits: [] }])
  })
  test('tells where a sentence stands in a longer text', () => {
    const [found] = aligned(SENTENCE, `a tool for chess players ${SENTENCE} thanks to ann and bob`)
    expect(found).toMatchObject({ textFrom: 5, textTo: 22, edits: [] })
  })
  test('tells a word added, taken away and changed', () => {
    const [added] = aligned(SENTENCE, SENTENCE.replace('may run', 'may not run'))
    expect(added?.edits).toEqual([{ referenceFrom: 2, referenceTo: 2, textFrom: 2, textTo: 3 }])
    const [removed] = aligned(SENTENCE, SENTENCE.replace('lawful ', ''))
    expect(removed?.edits).toEqual([{ referenceFrom: 7, referenceTo: 8, textFrom: 7, textTo: 7 }])
    const [changed] = aligned(SENTENCE, SENTENCE.replace('must', 'should'))
    expect(changed?.edits).toEqual([{ referenceFrom: 10, referenceTo: 11, textFrom: 10, textTo: 11 }])
  })
  test('finds every place where a text says the same again', () => {
    const longer = `${SENTENCE} that anybody was ever given by somebody else`
    const thrice = aligned(longer, `${longer} ${longer} ${longer}`)
    expect(thrice.map((one) => one?.textFrom)).toEqual([0, 25, 50])
  })
  test('tells which words of the reference stand there at all', () => {
    const [found] = aligned(SENTENCE, 'you may run this model for any')
    expect(found).toMatchObject({ referenceFrom: 0, referenceTo: 7 })
  })
  test('of texts with nothing in common is none', () => {
    expect(aligned(SENTENCE, 'something else entirely is said in here')).toEqual([])
  })
})
