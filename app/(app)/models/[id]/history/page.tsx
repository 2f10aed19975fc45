import { pageCtx } from '#app/_server/request.ts'
import { Section } from '#app/_ui/section.tsx'
import { may } from '#lib/auth/permissions.ts'
import { listClaimLoads } from '#lib/catalogue/queries/model-detail.ts'
import { listModelAudit, listModelChanges, listModelRepositories } from '#lib/upstream/queries/model-history.ts'
import { ChangeList } from '../../_components/change-list.tsx'
import { loadModel } from '../../_components/load-model.ts'
import { ModelAudit } from '../../_components/model-audit.tsx'
import { ModelFrame, modelMetadata } from '../../_components/model-frame.tsx'
import { recordOf } from '../../_components/model-record.ts'
import { RecordList } from '../../_components/record-list.tsx'

export const generateMetadata = ({ params }: PageProps<'/models/[id]/history'>) => modelMetadata(params, 'history')

/** What changed upstream of a model, and how it came to stand on record as it does. */
export default async function ModelHistoryPage({ params }: PageProps<'/models/[id]/history'>) {
  const { db, actor } = await pageCtx('catalogue:read')
  const { id } = await params
  const { model, now } = await loadModel(id)
  const [{ changes, total }, loads, repositories, audit] = await Promise.all([
    listModelChanges(db, id),
    listClaimLoads(db, id),
    listModelRepositories(db, id),
    may(actor, 'audit:read') ? listModelAudit(db, id) : null,
  ])
  return (
    <ModelFrame id={id} tab="history">
      <Section
        title="Changes upstream"
        sentence={
          total > changes.length
            ? `The newest ${changes.length} of ${total.toLocaleString('en')}.`
            : 'What looks found to differ, newest first.'
        }
        padding={changes.length === 0 ? 'regular' : 'flush'}
      >
        {changes.length === 0 ? (
          <p className="text-muted">
            No look has found a change of this model. Nothing within the first look at a source is a change.
          </p>
        ) : (
          <ChangeList changes={changes} now={now} />
        )}
      </Section>
      <Section title="On record" sentence="How names, places and claims of this model came on record, newest first.">
        <RecordList entries={recordOf(model, loads, repositories)} now={now} />
      </Section>
      {audit !== null && <ModelAudit events={audit} now={now} />}
    </ModelFrame>
  )
}
