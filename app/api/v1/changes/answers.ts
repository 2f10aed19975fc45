import type { z } from 'zod'
import type { CsvColumn } from '#lib/shared/csv.ts'
import type { changeDetail, changeItem } from '#lib/upstream/answer-schema.ts'
import type { ChangeRecord, SeenObservation } from '#lib/upstream/change-record.ts'
import { changeSummary } from '#lib/upstream/sentences.en.ts'

const summaryOf = (change: ChangeRecord) => changeSummary({ ...change, model: change.model.name })
const placeOf = ({ evidence }: ChangeRecord) => (evidence.after ?? evidence.before)?.url ?? null

/** A change as lists answer it. */
export function itemOf(change: ChangeRecord): z.input<typeof changeItem> {
  const { id, kind, grade, status, statusAt, model, observedAt, before, after, part, evidence } = change
  return {
    id,
    kind,
    grade,
    status,
    statusAt: statusAt.toISOString(),
    model,
    observedAt: observedAt.toISOString(),
    before,
    after,
    part,
    summary: summaryOf(change),
    asOf: observedAt.toISOString(),
    source: placeOf(change),
    evidence: { before: evidenceOf(evidence.before), after: evidenceOf(evidence.after) },
  }
}

/** A change with everything that was said of it, as its own address answers it. */
export function detailOf(change: ChangeRecord): z.input<typeof changeDetail> {
  return {
    ...itemOf(change),
    recordedAt: change.recordedAt.toISOString(),
    repositoryId: change.repositoryId,
    statuses: change.statuses.map((said) => ({ ...said, at: said.at.toISOString() })),
  }
}

function evidenceOf(seen: SeenObservation | null) {
  if (seen === null) return null
  const { id, lookId, at, outcome, status, url, etag, bodySha256, commit } = seen
  return { observationId: id, lookId, at: at.toISOString(), outcome, status, url, etag, bodySha256, commit }
}

/** A change as a line of a file. */
export const CSV_COLUMNS: readonly CsvColumn<ChangeRecord>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'observed_at', value: (row) => row.observedAt },
  { header: 'kind', value: (row) => row.kind },
  { header: 'status', value: (row) => row.status },
  { header: 'status_at', value: (row) => row.statusAt },
  { header: 'grade', value: (row) => row.grade },
  { header: 'model_id', value: (row) => row.model.id },
  { header: 'model', value: (row) => row.model.name },
  { header: 'summary', value: summaryOf },
  { header: 'part', value: (row) => row.part },
  { header: 'before', value: (row) => JSON.stringify(row.before) },
  { header: 'after', value: (row) => JSON.stringify(row.after) },
  { header: 'seen_before_at', value: (row) => row.evidence.before?.at },
  { header: 'source', value: placeOf },
]
