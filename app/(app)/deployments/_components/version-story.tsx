import { HashMark } from '#app/_ui/hash-mark.tsx'
import { ScrollRegion } from '#app/_ui/scroll-region.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { type DeploymentVersion, type VersionChange, versionChanges } from '#lib/deployments/deployment-version.ts'
import { FIELD_WORDS, fieldValueText } from '#lib/deployments/sentences.en.ts'
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

const HEAD = 'h-9 border-b px-4 text-start text-xs font-medium text-muted'
const CELL = 'border-b px-4 py-2 align-top group-last/row:border-b-0'

function ChangeTable({ n, changes }: { n: number; changes: VersionChange[] }) {
  return (
    <ScrollRegion label={`What version ${n} changed`}>
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <th scope="col" className={HEAD}>
              Field
            </th>
            <th scope="col" className={HEAD}>
              Before
            </th>
            <th scope="col" className={HEAD}>
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field} className="group/row">
              <th scope="row" className={`${CELL} text-start font-normal whitespace-nowrap`}>
                {FIELD_WORDS[change.field]}
              </th>
              <td className={CELL}>
                <Value change={change} value={change.before} />
              </td>
              <td className={CELL}>
                <Value change={change} value={change.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
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
