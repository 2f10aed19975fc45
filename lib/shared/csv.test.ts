import { describe, expect, test } from 'vitest'
import { type CsvColumn, toCsv } from './csv.ts'

type Value = ReturnType<CsvColumn<unknown>['value']>

const columns: CsvColumn<{ value: Value }>[] = [{ header: 'value', value: (row) => row.value }]
const written = (value: Value) => toCsv(columns, [{ value }]).slice('value\r\n'.length, -2)

describe('CSV', () => {
  test.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+1+1', "'+1+1"],
    ['-2+3+cmd', "'-2+3+cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\r=1', `"'\r=1"`],
    ['  =1+1', "'  =1+1"],
    ['＝1+1', "'＝1+1"],
    ['=1,"2"', `"'=1,""2"""`],
  ])('does not let a spreadsheet run %j', (value, expected) => {
    expect(written(value)).toBe(expected)
  })

  test.each<[Value, string]>([
    [-5, '-5'],
    [0.25, '0.25'],
    [8_000_000_000n, '8000000000'],
    [true, 'true'],
    [null, ''],
    [undefined, ''],
    [new Date('2026-11-23T00:00:00Z'), '2026-11-23T00:00:00.000Z'],
    ['a-b = c', 'a-b = c'],
  ])('writes %s as it is', (value, expected) => {
    expect(written(value)).toBe(expected)
  })

  test('quotes separators, quotes and every kind of line break', () => {
    expect(['a,b', 'a"b', 'a\nb', 'a\rb'].map(written)).toEqual(['"a,b"', '"a""b"', '"a\nb"', '"a\rb"'])
  })

  test('has a header line even without rows, and a byte order mark only when asked', () => {
    expect(toCsv(columns, [])).toBe('value\r\n')
    expect(toCsv(columns, [], { hasBom: true })).toBe('\ufeffvalue\r\n')
  })
})
