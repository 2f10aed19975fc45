import { HashMark } from '#app/_ui/hash-mark.tsx'
import type { ModelRevision } from '#lib/upstream/queries/model-revisions.ts'

const KINDS = { commit: 'commit', provider_snapshot: 'snapshot of the provider', digest: 'digest' } as const

/** An exact version by its value, with whether a look has seen it or somebody only named it. */
export function RevisionMark({ revision, isCurrent }: { revision: ModelRevision; isCurrent: boolean }) {
  const isHash = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(revision.value)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 [overflow-wrap:anywhere]">
      {isHash ? <HashMark hash={revision.value} /> : <span className="font-medium">{revision.value}</span>}
      <span className="text-sm text-muted">{KINDS[revision.kind]}</span>
      {revision.isObserved ? (
        <span className="text-sm text-muted">observed</span>
      ) : (
        <span className="text-sm text-unknown">asserted, seen by no look</span>
      )}
      {isCurrent && <span className="text-sm font-medium">current at the hub</span>}
    </span>
  )
}
