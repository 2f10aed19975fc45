import type { RecordedEvent } from '#lib/audit/queries.ts'
import type { CsvColumn } from '#lib/shared/csv.ts'

/** An event as the API shows it. */
export function auditItem(event: RecordedEvent) {
  const { seq, at, ...rest } = event
  return { id: String(seq), at: at.toISOString(), ...rest }
}

const text = (value: RecordedEvent['before']) => (value === null ? '' : JSON.stringify(value))

/** An event as a line of a file. */
export const AUDIT_COLUMNS: readonly CsvColumn<RecordedEvent>[] = [
  { header: 'id', value: (event) => event.seq },
  { header: 'at', value: (event) => event.at },
  { header: 'actor_kind', value: (event) => event.actor.kind },
  { header: 'actor', value: (event) => event.actor.name },
  { header: 'action', value: (event) => event.action },
  { header: 'object_kind', value: (event) => event.object.kind },
  { header: 'object_id', value: (event) => event.object.id },
  { header: 'team_id', value: (event) => event.teamId },
  { header: 'model', value: (event) => event.modelRef },
  { header: 'before', value: (event) => text(event.before) },
  { header: 'after', value: (event) => text(event.after) },
  { header: 'leaf_hash', value: (event) => event.leafHash },
]
