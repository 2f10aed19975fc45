import { describe, expect, test } from 'vitest'
import { alignClauses } from './clause-alignment.ts'
import { clausesOf } from './clauses.ts'

const keys = (text: string) => clausesOf(text).map((clause) => clause.key)
const kinds = (before: string, after: string) =>
  alignClauses(clausesOf(before), clausesOf(after)).pairs.map((pair) => `${pair.kind} ${pair.before}-${pair.after}`)

describe('clauses', () => {
  test('begin at numbered items, sentences and paragraphs', () => {
    expect(keys('Title\n\n1. Grant. You may use it.\n2. Duties: (a) tell; (b) show.')).toEqual([
      'title',
      'grant',
      'you may use it',
      'duties',
      'tell',
      'show',
    ])
  })
  test('do not depend on where lines end', () => {
    const text = 'One may use the model. Two must be\nshown to users. Three ends here.'
    expect(keys(text)).toEqual(keys(text.replace('\n', ' ').replace('. Two', '.\nTwo')))
  })
  test('keep their place in the original', () => {
    const text = '1. Foo bar.\n2. Baz.'
    expect(clausesOf(text).map((clause) => text.slice(clause.start, clause.end))).toEqual(['Foo bar', 'Baz'])
  })
})

describe('alignment', () => {
  test('finds a clause that moved, and one that was reworded', () => {
    const before = 'You may use it. You must tell us first. The law of China applies here.'
    expect(kinds(before, 'You must tell us first. You may use it. The law of France applies here.').toSorted()).toEqual(
      ['changed 2-2', expect.stringMatching(/^moved/), expect.stringMatching(/^same/)],
    )
  })
  test('says so when two large texts are too different to look for likeness', () => {
    const text = (mark: string) => Array.from({ length: 6_000 }, (_, at) => `Word ${mark}${at} stands.`).join(' ')
    expect(alignClauses(clausesOf(text('a')), clausesOf(text('b')))).toMatchObject({ isComplete: false })
  })
})
