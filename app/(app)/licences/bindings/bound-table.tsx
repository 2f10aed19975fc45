import { HashMark } from '#app/_ui/hash-mark.tsx'
import { LicenceMark } from '#app/_ui/licence-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { BoundRow } from '#lib/deployments/bound.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

/** Revisions and deployments with what binds them and what each basis says beside it. */
export function BoundTable({ rows, now }: { rows: readonly BoundRow[]; now: Date }) {
  return (
    <PlainTable
      label="Who is bound by which text"
      head={[
        { label: 'Model', isWrapping: true },
        { label: 'Who' },
        { label: 'Revision' },
        { label: 'Bound by', isWrapping: true },
        { label: 'Text' },
        { label: 'Beside it', isWrapping: true },
        { label: 'Since', align: 'end' },
      ]}
      rows={rows.map((row) => ({
        key: `${row.kind} ${row.id}`,
        cells: [
          <span key="model" className="[overflow-wrap:anywhere]">
            <TextLink href={`/models/${row.model.id}/licence`}>{row.model.name}</TextLink>
          </span>,
          <Who key="who" row={row} />,
          <Revision key="revision" value={row.revision} />,
          <LicenceMark
            key="licence"
            name={row.licenceId === null ? null : licenceName(row.licenceId)}
            href={row.licenceId === null ? undefined : `/licences/${encodeURIComponent(row.licenceId)}`}
            basis={row.basis ?? 'declared'}
          />,
          row.textSha === null ? (
            <span key="text" className="text-muted">
              none
            </span>
          ) : (
            <span key="text" className="inline-flex items-center gap-x-2">
              <TextLink href={`/licences/texts/${row.textSha}`}>Read</TextLink>
              <HashMark hash={row.textSha} />
            </span>
          ),
          <BesideIt key="said" row={row} />,
          <TimeMark key="since" at={row.validFrom} now={now} />,
        ],
      }))}
    />
  )
}

function Who({ row }: { row: BoundRow }) {
  const { deployment } = row
  if (deployment === null) return <span className="text-muted">revision</span>
  return (
    <span className="inline-flex flex-col">
      <TextLink href={`/deployments/${deployment.id}/licence`}>{deployment.name}</TextLink>
      <span className="text-xs text-muted">
        deployment of {deployment.team}, version {deployment.version}
      </span>
    </span>
  )
}

function Revision({ value }: { value: string | null }) {
  if (value === null) return <span className="text-muted">unknown</span>
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value) ? <HashMark hash={value} /> : <span>{value}</span>
}

/** What the bases that do not count name: the same licence or another one. */
function BesideIt({ row }: { row: BoundRow }) {
  const said = [
    ['concluded', row.concludedLicenceId],
    ['identified', row.identifiedLicenceId],
    ['declared', row.declaredLicenceId],
  ] as const
  const others = said.filter(([basis, licenceId]) => licenceId !== null && basis !== row.basis)
  if (others.length === 0) return <span className="text-muted">nothing that names a licence</span>
  return (
    <span className="flex flex-col">
      {others.map(([basis, licenceId]) => (
        <span key={basis} className={licenceId === row.licenceId ? 'text-muted' : ''}>
          {basis} {licenceId === row.licenceId || licenceId === null ? 'the same' : `as ${licenceName(licenceId)}`}
        </span>
      ))}
    </span>
  )
}
