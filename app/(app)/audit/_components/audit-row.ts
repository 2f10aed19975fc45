import type { RecordedEvent } from '#lib/audit/queries.ts'

/** An event as the table shows it. */
export interface AuditTableRow {
  id: string
  at: Date
  now: Date
  actor: RecordedEvent['actor']
  action: string
  object: RecordedEvent['object']
  modelRef: string | null
  /** What of the change can be said in a line; empty where nothing was kept. */
  gist: string
}

/** A recorded event cut down to what its row shows. */
export function auditTableRow(event: RecordedEvent, now: Date): AuditTableRow {
  const { at, actor, action, object, modelRef } = event
  return { id: String(event.seq), at, now, actor, action, object, modelRef, gist: gistOf(event) }
}

const LONGEST = 80

function gistOf({ before, after }: RecordedEvent): string {
  const shown = after ?? before
  if (typeof shown !== 'object' || shown === null || Array.isArray(shown)) return ''
  const said = Object.entries(shown).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [`${key} ${value}`] : [],
  )
  const text = said.join(', ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
