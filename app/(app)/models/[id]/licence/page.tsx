import { pageCtx } from '#app/_server/request.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may } from '#lib/auth/permissions.ts'
import { factsOf } from '#lib/catalogue/model-facts.ts'
import { listHeldTexts } from '#lib/licences/queries/find-texts.ts'
import { listLinkedDocuments } from '#lib/licences/queries/linked-documents.ts'
import { findTextContent } from '#lib/licences/queries/texts.ts'
import { listModelChanges } from '#lib/upstream/queries/model-history.ts'
import { listModelRevisions } from '#lib/upstream/queries/model-revisions.ts'
import { findSeenLicence, listModelSightings } from '#lib/upstream/queries/model-sightings.ts'
import { LinkedDocuments } from '../../../licences/_components/linked-documents.tsx'
import { CatalogueLicence } from '../../_components/catalogue-licence.tsx'
import { ChangeList } from '../../_components/change-list.tsx'
import { concludedNow } from '../../_components/concluded-now.ts'
import { LicenceNow } from '../../_components/licence-now.tsx'
import { loadModel } from '../../_components/load-model.ts'
import { ModelFrame, modelMetadata } from '../../_components/model-frame.tsx'
import { RevisionLicence } from '../../_components/revision-licence.tsx'
import { ConcludeSection } from './conclude-section.tsx'

export const generateMetadata = ({ params }: PageProps<'/models/[id]/licence'>) => modelMetadata(params, 'licence')

/** The licence of a model now and before: what governs each revision, on which basis, and how that changed. */
export default async function ModelLicencePage({ params }: PageProps<'/models/[id]/licence'>) {
  const { db, actor } = await pageCtx('catalogue:read')
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
  const mayConclude = may(actor, 'licence:conclude') && revisions.length > 0
  const text = seen?.governing ? await findTextContent(db, seen.governing.sha256) : null
  const documents = seen?.governing && text ? await listLinkedDocuments(db, seen.governing.sha256, text) : []
  const ofLicence = changes.filter((change) => change.kind.includes('licence'))
  return (
    <ModelFrame id={id} tab="licence">
      <LicenceNow
        row={model.row}
        seen={seen}
        concluded={concludedNow(revisions, seen)}
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
      {documents.length > 0 && (
        <LinkedDocuments
          title="Documents the licence points to"
          documents={documents}
          mayUpload={may(actor, 'licence:upload')}
          now={now}
        />
      )}
      <Section
        id="revisions"
        title="By revision"
        sentence="What governs each revision from when to when, newest first: concluded goes before identified, identified before declared. What was replaced stays on record."
        actions={<TextLink href={`/licences/bindings?model=${id}`}>Who is bound, as of a date</TextLink>}
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
      {mayConclude && <ConcludeSection modelId={id} revisions={revisions} texts={await listHeldTexts(db)} />}
    </ModelFrame>
  )
}
