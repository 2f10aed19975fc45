import { stringify } from 'csv-stringify/sync'

export interface CsvColumn<Row> {
  header: string
  value: (row: Row) => string | number | bigint | boolean | Date | null | undefined
}

/** What a spreadsheet takes for the start of a formula, full-width twins and a leading line break included. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u

function cell(value: ReturnType<CsvColumn<unknown>['value']>): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  // Our own numbers cannot be formulas and must stay numbers, the negative ones too.
  if (typeof value !== 'string') return String(value)
  return FORMULA.test(value) ? `'${value}` : value
}

/**
 * Rows as CSV (RFC 4180, UTF-8) with a header line. Text that a spreadsheet would run as a formula gets an apostrophe in
 * front; `hasBom` adds the mark some spreadsheets need to see that it is UTF-8, `hasHeader: false` goes on with a file that
 * has begun.
 */
export function toCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  options: { hasBom?: boolean; hasHeader?: boolean } = {},
): string {
  const lines = [
    ...(options.hasHeader === false ? [] : [columns.map((column) => cell(column.header))]),
    ...rows.map((row) => columns.map((column) => cell(column.value(row)))),
  ]
  // A lone line feed is not the record delimiter here, and must be quoted all the same.
  return stringify(lines, { bom: options.hasBom === true, record_delimiter: 'windows', quoted_match: /[\r\n]/ })
}
