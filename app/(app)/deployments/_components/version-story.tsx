import { HashMark } from '#app/_ui/hash-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { type DeploymentVersion, type VersionChange, versionChanges } from '#lib/deployments/deployment-version.ts'
import { FIELD_WORDS, fieldValueText } from '#lib/deployments/sentences.en.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { isHash } from './deployment-list-row.ts'

interface VersionStoryProps {
  version: DeploymentVersion
  /** The version it followed; null for the first. */
  before: DeploymentVersion | null
  now: Date
}

/** One version: who wrote it, when, and what it changed. */
export function VersionStory({ version, before, now }: VersionStoryProps) {
  const changes = before === null ? [] : versionChanges(before, version)
  const deed = version.isRetired ? 'Retired' : before === null ? 'Registered' : 'Changed'
  return (
    <Section
      id={`version-${version.n}`}
      title={`Version ${version.n}`}
      padding={changes.length > 0 ? 'flush' : 'regular'}
      sentence={
        <>
          {deed} by {version.recordedBy}, <TimeMark at={version.recordedAt} now={now} />
        </>
      }
    >
      {changes.length > 0 ? (
        <ChangeTable n={version.n} changes={changes} />
      ) : (
        <p>
          {version.isRetired ? 'Nothing else was changed.' : before === null ? firstWords(version) : 'Nothing differs.'}
        </p>
      )}
    </Section>
  )
}

function firstWords({ model, revision }: DeploymentVersion): string {
  return `${model}, ${revision.value === null ? 'revision not known' : `pinned to ${revision.value}`}.`
}

const HEAD = [{ label: 'Field' }, { label: 'Before', isWrapping: true }, { label: 'After', isWrapping: true }]

function ChangeTable({ n, changes }: { n: number; changes: VersionChange[] }) {
  return (
    <PlainTable
      label={`What version ${n} changed`}
      head={HEAD}
      rows={changes.map((change) => ({
        key: change.field,
        cells: [
          FIELD_WORDS[change.field],
          <Value key="before" change={change} value={change.before} />,
          <Value key="after" change={change} value={change.after} />,
        ],
      }))}
    />
  )
}

function Value({ change, value }: { change: VersionChange; value: string | null }) {
  if (value !== null && isHash(value)) return <HashMark hash={value} />
  return (
    <span className={`whitespace-pre-line [overflow-wrap:anywhere] ${value === null ? 'text-muted' : ''}`}>
      {fieldValueText(change.field, value)}
    </span>
  )
}
