import { pageCtx } from '#app/_server/request.ts'
import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { listModelRevisions } from '#lib/upstream/queries/model-revisions.ts'
import { findSeenLicence, listModelSightings } from '#lib/upstream/queries/model-sightings.ts'
import { PlainTable } from '../../../_components/plain-table.tsx'
import { loadModel } from '../../_components/load-model.ts'
import { ModelFrame, modelMetadata } from '../../_components/model-frame.tsx'
import { RevisionMark } from '../../_components/revision-mark.tsx'
import { TextMark } from '../../_components/text-mark.tsx'

export const generateMetadata = ({ params }: PageProps<'/models/[id]/revisions'>) => modelMetadata(params, 'revisions')

/** Every exact version of a model that is on record, with the licence texts that stood in it. */
export default async function ModelRevisionsPage({ params }: PageProps<'/models/[id]/revisions'>) {
  const { db } = await pageCtx('catalogue:read')
  const { id } = await params
  const { now } = await loadModel(id)
  const [revisions, sightings] = await Promise.all([listModelRevisions(db, id), listModelSightings(db, [id])])
  const observationId = sightings.get(id)?.observationId
  const seen = observationId === undefined ? null : await findSeenLicence(db, observationId)
  return (
    <ModelFrame id={id} tab="revisions">
      <Section
        title="Revisions"
        sentence="Observed: a look has seen it. Asserted: a catalogue or a person named it, and nobody here has seen it."
        padding={revisions.length === 0 ? 'regular' : 'flush'}
      >
        {revisions.length === 0 ? (
          <p className="text-muted">No exact version is on record: no look has seen one, and no source names one.</p>
        ) : (
          <PlainTable
            label="Revisions"
            head={[
              { label: 'Revision' },
              { label: 'Committed' },
              { label: 'On record since' },
              { label: 'Licence texts in it', isWrapping: true },
            ]}
            rows={revisions.map((revision) => ({
              key: `${revision.kind} ${revision.value}`,
              cells: [
                <RevisionMark key="value" revision={revision} isCurrent={revision.value === seen?.commit} />,
                revision.committedAt ? (
                  <TimeMark key="committed" at={revision.committedAt} now={now} />
                ) : (
                  <span key="committed" className="text-muted">
                    not stated
                  </span>
                ),
                <TimeMark key="recorded" at={revision.recordedAt} now={now} />,
                revision.texts.length === 0 ? (
                  <span key="texts" className="text-muted">
                    {revision.isObserved ? 'none' : 'not read'}
                  </span>
                ) : (
                  <span key="texts" className="flex flex-col">
                    {revision.texts.map((text) => (
                      <TextMark
                        key={`${text.path} ${text.sha256}`}
                        sha256={text.sha256}
                        path={text.path}
                        identification={text.identification}
                      />
                    ))}
                  </span>
                ),
              ],
            }))}
          />
        )}
      </Section>
    </ModelFrame>
  )
}
