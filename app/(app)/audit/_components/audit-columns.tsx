import { PersonMark } from '#app/_ui/person-mark.tsx'
import { formatInstant } from '#app/_ui/relative-time.ts'
import type { TableColumn } from '#app/_ui/table-column.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { actionText } from './action-words.ts'
import { actorKind } from './actor-kind.ts'
import type { AuditTableRow } from './audit-row.ts'

export const AUDIT_COLUMNS: readonly TableColumn<AuditTableRow>[] = [
  {
    id: 'action',
    header: 'What',
    cell: (row) => <TextLink href={`/audit/${row.id}`}>{actionText(row.action)}</TextLink>,
  },
  {
    id: 'at',
    header: 'When',
    cell: (row) => <time dateTime={row.at.toISOString()}>{formatInstant(row.at)}</time>,
  },
  { id: 'actor', header: 'Who', cell: (row) => <PersonMark kind={actorKind(row.actor.kind)} name={row.actor.name} /> },
  {
    id: 'object',
    header: 'To which thing',
    cell: (row) => (
      <TextLink
        href={`/audit?objectKind=${encodeURIComponent(row.object.kind)}&objectId=${encodeURIComponent(row.object.id)}`}
      >
        {row.object.kind} <code className="font-mono text-xs">{row.object.id.slice(-8)}</code>
      </TextLink>
    ),
  },
  { id: 'model', header: 'Model', cell: (row) => row.modelRef?.replace(/@([0-9a-f]{8})[0-9a-f]{32}$/, '@$1') ?? '' },
  {
    id: 'gist',
    header: 'Values',
    cell: (row) => <span className="text-muted">{row.gist}</span>,
    isHiddenAtFirst: true,
  },
  {
    id: 'seq',
    header: 'Place',
    cell: (row) => row.id,
    align: 'end',
    isHiddenAtFirst: true,
  },
]
