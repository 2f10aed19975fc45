import { EmptyState } from '#app/_ui/empty-state.tsx'
import type { RecordedEvent } from '#lib/audit/queries.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

type Value = RecordedEvent['before']

/** What an act changed, field by field. */
export function BeforeAfter({ before, after }: { before: Value; after: Value }) {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  if (names.length === 0) {
    return <EmptyState title="The event carries no values." sentence="What happened is said by its action alone." />
  }
  return (
    <PlainTable
      label="Values before and after"
      head={[{ label: 'Field' }, { label: 'Before', isWrapping: true }, { label: 'After', isWrapping: true }]}
      rows={names.map((name) => ({
        key: name,
        cells: [name, <Side key="before" value={was.get(name)} />, <Side key="after" value={is.get(name)} />],
      }))}
    />
  )
}

function fieldsOf(value: Value): Map<string, Value | undefined> {
  if (value === null) return new Map()
  if (typeof value === 'object' && !Array.isArray(value)) return new Map(Object.entries(value))
  return new Map([['value', value]])
}

function Side({ value }: { value: Value | undefined }) {
  if (value === undefined) return <span className="text-muted">—</span>
  if (typeof value === 'string') return <span className="[overflow-wrap:anywhere]">{value}</span>
  return <code className="font-mono text-xs [overflow-wrap:anywhere]">{JSON.stringify(value)}</code>
}
