import { describe, expect, test } from 'vitest'
import { bindingPeriods, bindingsAt, governingBinding, type RecordedBinding } from './binding-periods.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

function row(
  id: string,
  basis: RecordedBinding['basis'],
  text: string | null,
  [validFrom, recordedAt]: [string, string],
  more: Partial<RecordedBinding> = {},
): RecordedBinding {
  return {
    id,
    revisionId: 'r1',
    basis,
    textSha: text,
    licenceId: null,
    validFrom: day(validFrom),
    recordedAt: day(recordedAt),
    ...more,
  }
}

const shown = (rows: RecordedBinding[], knownAt?: string) =>
  bindingPeriods(rows, knownAt === undefined ? undefined : day(knownAt)).map(
    ({ basis, binding, from, to }) =>
      `${basis} ${binding.textSha} ${from.toISOString().slice(0, 10)} ${to?.toISOString().slice(0, 10) ?? 'now'}`,
  )

describe('which text governed which revision', () => {
  const rows = [
    row('1', 'declared', null, ['2025-01-01', '2025-01-02'], { licenceId: 'Apache-2.0' }),
    row('2', 'identified', 'mit', ['2025-01-01', '2025-01-02']),
    row('3', 'concluded', 'qwen', ['2025-01-01', '2025-06-01']),
  ]
  test('declared, identified and concluded stand side by side; none ends another', () => {
    expect(shown(rows)).toEqual([
      'concluded qwen 2025-01-01 now',
      'identified mit 2025-01-01 now',
      'declared null 2025-01-01 now',
    ])
  })
  test('concluded is preferred, then identified, then declared', () => {
    expect(governingBinding(rows)?.textSha).toBe('qwen')
    expect(governingBinding(rows.slice(0, 2))?.textSha).toBe('mit')
    expect(governingBinding(rows.slice(0, 1))?.licenceId).toBe('Apache-2.0')
    expect(governingBinding([])).toBeNull()
  })
  test('a conclusion about the past is not known before it was recorded', () => {
    const asOf = { knownAt: day('2025-03-01'), holdingAt: day('2025-03-01') }
    expect(governingBinding(rows, asOf)?.textSha).toBe('mit')
    expect(governingBinding(rows, { holdingAt: day('2025-03-01') })?.textSha).toBe('qwen')
  })
  test('nothing governed before it held', () => {
    expect(governingBinding(rows, { holdingAt: day('2024-12-31') })).toBeNull()
  })
  test('revisions are kept apart', () => {
    const other = row('4', 'identified', 'apache', ['2025-02-01', '2025-02-01'], { revisionId: 'r2' })
    expect(bindingPeriods([...rows, other]).map((period) => period.revisionId)).toEqual(['r1', 'r1', 'r1', 'r2'])
  })
})

describe('judgements on one basis', () => {
  test('a later one that holds later ends the earlier one there', () => {
    const rows = [
      row('1', 'identified', 'old', ['2025-01-01', '2025-01-01']),
      row('2', 'identified', 'new', ['2025-04-01', '2025-04-01']),
    ]
    expect(shown(rows)).toEqual(['identified old 2025-01-01 2025-04-01', 'identified new 2025-04-01 now'])
    expect(bindingsAt(rows, { holdingAt: day('2025-03-31') }).identified?.textSha).toBe('old')
    expect(bindingsAt(rows, { holdingAt: day('2025-04-01') }).identified?.textSha).toBe('new')
  })
  test('a correction replaces what it corrects, and never what was answered before it', () => {
    const rows = [
      row('1', 'identified', 'wrong', ['2025-01-01', '2025-01-01']),
      row('2', 'identified', 'right', ['2025-01-01', '2025-05-01']),
    ]
    expect(shown(rows)).toEqual(['identified right 2025-01-01 now'])
    expect(shown(rows, '2025-04-30')).toEqual(['identified wrong 2025-01-01 now'])
  })
  test('the order in which rows are read does not matter', () => {
    const rows = [
      row('1', 'identified', 'a', ['2025-01-01', '2025-01-01']),
      row('2', 'identified', 'b', ['2025-03-01', '2025-01-01']),
      row('3', 'identified', 'c', ['2025-02-01', '2025-06-01']),
    ]
    expect(shown(rows.toReversed())).toEqual(shown(rows))
    expect(shown(rows)).toEqual(['identified a 2025-01-01 2025-02-01', 'identified c 2025-02-01 now'])
  })
})
