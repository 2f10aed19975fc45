import { expect, test } from 'vitest'
import { clauseAt, comparisonRows } from './comparison-rows.ts'
import { comparisonView } from './comparison-view.ts'
import { compareTexts } from './licence-diff.ts'

const viewOf = (before: string, after: string) => comparisonView(compareTexts(before, after), before, after)

const BEFORE = 'One stays here. Two must go away to the end. Three stays too. Five stands. Four may be used.'
const AFTER = 'One stays here. Three stays too. Five stands. Four may not be used. Two must go away to the end.'

test('folds what is the same, and links where a clause stood with where it went', () => {
  const view = viewOf(BEFORE, AFTER)
  const { rows, differing, notShown } = comparisonRows(view)
  expect(rows.map((row) => (row.kind === 'clause' ? row.clause.kind : row.kind))).toEqual([
    'folded',
    'moved-away',
    'folded',
    'changed',
    'moved',
  ])
  const [away, moved] = [rows[1], rows[4]]
  expect(away?.kind === 'moved-away' && moved?.kind === 'clause' && away.to === moved.at).toBe(true)
  expect({ differing, notShown }).toEqual({ differing: 2, notShown: 0 })
})

test('says how many clauses a page does not show of texts nobody reads on one page', () => {
  const long = (mark: string) => Array.from({ length: 6_000 }, (_, at) => `Word ${mark}${at} may stand.`).join(' ')
  const { rows, differing, notShown } = comparisonRows(viewOf(long('a'), long('b')))
  expect(notShown).toBeGreaterThan(0)
  expect(differing - notShown).toBeLessThanOrEqual(rows.length)
})

test('finds the clause that holds a place of either text', () => {
  const view = viewOf(BEFORE, AFTER)
  const place = clauseAt(view, 'before', BEFORE.indexOf('Four'))
  expect(place).toBe(clauseAt(view, 'after', AFTER.indexOf('Four')))
  expect(view[place ?? 0]?.kind).toBe('changed')
  expect(clauseAt(view, 'before', 10_000)).toBeNull()
})

test('does not show a page of names for a clause that is mostly characters nobody sees', () => {
  const hidden = 'a\u200b'.repeat(50_000)
  expect(comparisonRows(viewOf(`You may. ${hidden}`, `You may not. ${hidden}b`)).notShown).toBe(2)
})
