import type { CsvColumn } from '#lib/shared/csv.ts'
import { csvAnswer, jsonAnswer } from './export-answer.ts'

/** A list that is short enough to be read whole, as a file. */
export function wholeFileAnswer<Row>(
  fileName: string,
  items: readonly Row[],
  columns: readonly CsvColumn<Row>[],
  { format, bom }: { format: 'csv' | 'json'; bom: 'true' | 'false' },
): Response {
  async function* rows() {
    yield items
  }
  const file = { fileName, rows: rows() }
  return format === 'csv' ? csvAnswer(file, columns, { hasBom: bom === 'true' }) : jsonAnswer(file, (item) => item)
}
