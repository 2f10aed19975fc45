import { expect, test } from 'vitest'
import { clausesOf } from './clauses.ts'
import { definingClauses } from './definitions.ts'

const defined = (text: string) => [...definingClauses(text, clausesOf(text))].map((clause) => clause.key)

test.each([
  '"Output" is whatever the model gives',
  '“Derivative” includes a model trained on it',
  'Non-Commercial means for research',
  'He gives you the weights (collectively, the "Model")',
  '**Covered Work**: the files of this folder',
])('%s defines a term', (clause) => expect(defined(`${clause}. You keep the notice.`)).toHaveLength(1))

test('the items of a definition belong to it, what follows it does not', () => {
  expect(defined('"Derivative" means (a) a copy, (b) a part of it. The rest: (c) stays.')).toEqual([
    'derivative means',
    'a copy',
    'a part of it',
  ])
})

test('whatever stands under the heading Definitions defines, until the next number', () => {
  expect(defined('1. Definitions\n\na. Output: what comes out.\nb. Model: the weights.\n\n2. Grant. Keep it.')).toEqual(
    ['output what comes out', 'model the weights'],
  )
})

test('an ordinary clause defines nothing', () => {
  expect(defined("You keep the licensor's notice. It is yours. Say 'hello' to them.")).toEqual([])
})
