import { pageCtx } from '#app/_server/request.ts'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { apiOnlyAhead } from '#lib/catalogue/api-shift.ts'
import { factsOf } from '#lib/catalogue/model-facts.ts'
import { listModelIds } from '#lib/catalogue/queries/model-detail.ts'
import { listShiftModels } from '#lib/catalogue/queries/shift-models.ts'
import { isCounterpart } from '#lib/catalogue/sentences.en.ts'
import { listModelRevisions } from '#lib/upstream/queries/model-revisions.ts'
import { findSeenLicence, listModelSightings, listObservationPlaces } from '#lib/upstream/queries/model-sightings.ts'
import { CatalogueLicence } from '../_components/catalogue-licence.tsx'
import { concludedNow } from '../_components/concluded-now.ts'
import { FactList } from '../_components/fact-list.tsx'
import { LicenceNow } from '../_components/licence-now.tsx'
import { loadModel } from '../_components/load-model.ts'
import { ModelFrame, modelMetadata } from '../_components/model-frame.tsx'
import { RelationList } from '../_components/relation-list.tsx'
import { ShiftSection } from '../_components/shift-section.tsx'
import { UpstreamNow } from '../_components/upstream-now.tsx'

export const generateMetadata = ({ params }: PageProps<'/models/[id]'>) => modelMetadata(params, 'overview')

/** A model as it is known: every fact with who says so, how it stands at its hub, and what comes after it. */
export default async function ModelPage({ params }: PageProps<'/models/[id]'>) {
  const { db } = await pageCtx('catalogue:read')
  const { id } = await params
  const { model, standing, now } = await loadModel(id)
  const facts = factsOf(model.claims)
  const [sighting, revisions, known, observations] = await Promise.all([
    listModelSightings(db, [id]),
    listModelRevisions(db, id),
    listShiftModels(db),
    listObservationPlaces(
      db,
      model.claims.flatMap((claim) => (claim.origin === 'hub' ? claim.sourceRefs : [])),
    ),
  ])
  const observationId = sighting.get(id)?.observationId
  const seen = observationId === undefined ? null : await findSeenLicence(db, observationId)
  const self = known.find((candidate) => candidate.ref === model.row.name)
  const shift = self ? apiOnlyAhead(self, known) : null
  const ids = await listModelIds(
    db,
    (shift?.evidence ?? []).flatMap((one) => [one.ref, ...(one.toRef === null ? [] : [one.toRef])]),
  )
  const licence = facts.find((fact) => fact.property === 'licence')
  const made = model.relations.filter((relation) => !isCounterpart(relation.relation))
  const counterparts = model.relations.filter((relation) => isCounterpart(relation.relation))

  return (
    <ModelFrame id={id} tab="overview">
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section
          title="Facts"
          sentence="What is shown comes first; what other sources say of the same fact stands below it."
        >
          <FactList facts={facts.filter((fact) => fact.property !== 'licence')} observations={observations} now={now} />
        </Section>
        <div className="flex min-w-0 flex-col gap-6">
          <UpstreamNow standing={standing} now={now} />
          <LicenceNow
            row={model.row}
            seen={seen}
            concluded={concludedNow(revisions, seen)}
            catalogue={<CatalogueLicence fact={licence} row={model.row} now={now} />}
            actions={<TextLink href={`/models/${id}/licence`}>Now and before</TextLink>}
          />
          {shift && <ShiftSection shift={shift} ids={ids} />}
          <Section title="API counterparts">
            {counterparts.length === 0 ? (
              <p className="text-muted">No source relates this model to one on the other side of an API.</p>
            ) : (
              <RelationList relations={counterparts} now={now} />
            )}
          </Section>
          <Section title="Base and derivatives">
            {made.length === 0 ? (
              <p className="text-muted">No source names a base model, or anything made from this one.</p>
            ) : (
              <RelationList relations={made} now={now} />
            )}
          </Section>
        </div>
      </div>
    </ModelFrame>
  )
}
