import { pageCtx } from '#app/_server/request.ts'
import { Section } from '#app/_ui/section.tsx'
import { factsOf } from '#lib/catalogue/model-facts.ts'
import { listModelChanges } from '#lib/upstream/queries/model-history.ts'
import { listModelRevisions } from '#lib/upstream/queries/model-revisions.ts'
import { findSeenLicence, listModelSightings } from '#lib/upstream/queries/model-sightings.ts'
import { CatalogueLicence } from '../../_components/catalogue-licence.tsx'
import { ChangeList } from '../../_components/change-list.tsx'
import { LicenceNow } from '../../_components/licence-now.tsx'
import { loadModel } from '../../_components/load-model.ts'
import { ModelFrame, modelMetadata } from '../../_components/model-frame.tsx'
import { RevisionLicence } from '../../_components/revision-licence.tsx'

export const generateMetadata = ({ params }: PageProps<'/models/[id]/licence'>) => modelMetadata(params, 'licence')

/** The licence of a model now and before: what governs each revision, on which basis, and how that changed. */
export default async function ModelLicencePage({ params }: PageProps<'/models/[id]/licence'>) {
  const { db } = await pageCtx('catalogue:read')
  const { id } = await params
  const { model, now } = await loadModel(id)
  const [sightings, revisions, { changes }] = await Promise.all([
    listModelSightings(db, [id]),
    listModelRevisions(db, id),
    listModelChanges(db, id),
  ])
  const observationId = sightings.get(id)?.observationId
  const seen = observationId === undefined ? null : await findSeenLicence(db, observationId)
  const licence = factsOf(model.claims).find((fact) => fact.property === 'licence')
  const bound = revisions.filter((revision) => revision.bindings.length > 0 || revision.texts.length > 0)
  const ofLicence = changes.filter((change) => change.kind.includes('licence'))
  return (
    <ModelFrame id={id} tab="licence">
      <LicenceNow
        row={model.row}
        seen={seen}
        catalogue={<CatalogueLicence fact={licence} row={model.row} now={now} />}
      />
      <Section
        title="Changes of the licence"
        sentence="What looks found to differ, newest first. Nothing within the first look at a source is a change."
        padding={ofLicence.length === 0 ? 'regular' : 'flush'}
      >
        {ofLicence.length === 0 ? (
          <p className="text-muted">No look has found a change of this model’s licence.</p>
        ) : (
          <ChangeList changes={ofLicence} now={now} />
        )}
      </Section>
      <Section
        title="By revision"
        sentence="Newest first. A later judgement on the same basis replaces an earlier one; the earlier one stays on record."
      >
        {bound.length === 0 ? (
          <p className="text-muted">
            No look has read what governs a revision of this model. What the catalogue says is not tied to a revision.
          </p>
        ) : (
          <ol className="flex flex-col gap-6">
            {bound.map((revision) => (
              <RevisionLicence
                key={`${revision.kind} ${revision.value}`}
                revision={revision}
                isCurrent={revision.value === seen?.commit}
                now={now}
              />
            ))}
          </ol>
        )}
      </Section>
    </ModelFrame>
  )
}
