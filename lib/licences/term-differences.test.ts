import { expect, test } from 'vitest'
import { termDifferences } from './term-differences.ts'
import { findTermsFor, type TermsRow } from './terms.ts'

function row(id: string): TermsRow {
  const found = findTermsFor(id, 'MATCH')
  if (found === null) throw new Error(`no row ${id}`)
  return found
}
const keys = (before: TermsRow, after: TermsRow) => termDifferences(before, after).map((one) => one.key)

test('shows first that a new research text forbids what the community text allowed below a threshold', () => {
  const [first] = termDifferences(row('LicenseRef-tongyi-qianwen-2023'), row('LicenseRef-tongyi-qianwen-research-2023'))
  expect(first).toMatchObject({ key: 'commercial_use', kind: 'differs', before: { section: '4' } })
  expect(first?.before.value).not.toBe(first?.after.value)
})

test('a row against itself differs in nothing, and the order in which a value was written down is no difference', () => {
  const one = row('LicenseRef-tongyi-qianwen-2023')
  expect(keys(one, one)).toEqual([])
  const cell = one.terms['redistribution']
  if (!cell || !Array.isArray(cell.value)) throw new Error('a list')
  const other = { ...one, terms: { ...one.terms, redistribution: { ...cell, value: cell.value.toReversed() } } }
  expect(keys(one, other)).toEqual([])
})

test('the other way round the same terms differ', () => {
  const [one, two] = [row('LicenseRef-llama2'), row('LicenseRef-llama4')]
  expect(keys(one, two)).toEqual(keys(two, one))
})

test('a term that was read on one side alone is said to be unread, after those that differ', () => {
  const one = row('LicenseRef-qwen-2024')
  const other = { ...row('LicenseRef-qwen-community-1.0') }
  const { commercial_use: _, ...rest } = other.terms
  const found = termDifferences(one, { ...other, terms: rest })
  expect(found.at(-1)).toMatchObject({ key: 'commercial_use', kind: 'unread', after: { value: null } })
  expect(found.filter((term) => term.kind === 'differs').length).toBeGreaterThan(0)
})
