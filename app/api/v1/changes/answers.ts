import type { CsvColumn } from '#lib/shared/csv.ts'
import type { ChangeRow } from '#lib/upstream/queries/changes.ts'
import { changeSentence } from '#lib/upstream/sentences.en.ts'

/** A change as the API shows it. */
export function itemOf(change: ChangeRow) {
  const { part: _, ...rest } = change
  return {
    ...rest,
    summary: changeSentence(change.kind, change.model.name),
    asOf: change.observedAt,
    source: change.evidence.after?.url ?? change.evidence.before?.url ?? '',
  }
}

export const CSV_COLUMNS: readonly CsvColumn<ChangeRow>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'observed_at', value: (row) => row.observedAt },
  { header: 'kind', value: (row) => row.kind },
  { header: 'status', value: (row) => row.status },
  { header: 'grade', value: (row) => row.grade },
  { header: 'model', value: (row) => row.model.name },
  { header: 'summary', value: (row) => changeSentence(row.kind, row.model.name) },
  { header: 'before', value: (row) => JSON.stringify(row.before) },
  { header: 'after', value: (row) => JSON.stringify(row.after) },
  { header: 'source', value: (row) => row.evidence.after?.url ?? '' },
]
