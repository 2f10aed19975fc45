import { HashMark } from '#app/_ui/hash-mark.tsx'
import type { DeploymentVersion } from '#lib/deployments/deployment-version.ts'
import { isHash } from './deployment-list-row.ts'

/** The revision that is pinned: whether anybody has seen it, and what was written where a branch was resolved. */
export function PinnedRevision({ version }: { version: DeploymentVersion }) {
  const { value, isConfirmed } = version.revision
  if (value === null) {
    return (
      <span>
        Not known. <span className="text-muted">{version.unknownBecause}</span>
      </span>
    )
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      {isHash(value) ? <HashMark hash={value} /> : value}
      {isConfirmed ? (
        <span className="text-sm text-muted">confirmed at the hub</span>
      ) : (
        <span className="text-sm text-review">asserted, not confirmed</span>
      )}
      {version.requested !== null && version.requested !== value && (
        <span className="text-sm text-muted">what {version.requested} pointed to when it was saved</span>
      )}
    </span>
  )
}
