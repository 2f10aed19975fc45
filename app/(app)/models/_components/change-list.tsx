import { ChangeKindMark } from '#app/_ui/change-kind-mark.tsx'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { ModelChange } from '#lib/upstream/queries/model-history.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

const STATUS = {
  suspected: 'suspected: waits for a second look',
  confirmed: 'confirmed',
  cleared: 'cleared: it did not happen',
} as const

/** Changes upstream of one model, each with the way to its evidence. */
export function ChangeList({ changes, now }: { changes: ModelChange[]; now: Date }) {
  return (
    <PlainTable
      label="Changes upstream"
      head={[{ label: 'Change' }, { label: 'Grade' }, { label: 'Stands as' }, { label: 'Seen' }, { label: 'Evidence' }]}
      rows={changes.map((change) => ({
        key: change.id,
        cells: [
          <ChangeKindMark key="kind" kind={change.kind} />,
          <GradeMark key="grade" grade={change.grade} who="A look at the hub" at={change.observedAt} now={now} />,
          STATUS[change.status],
          <TimeMark key="at" at={change.observedAt} now={now} />,
          <TextLink key="link" href={`/changes/${change.id}`}>
            Before and after
          </TextLink>,
        ],
      }))}
    />
  )
}
