import { bindingsAt } from '#lib/licences/binding-periods.ts'
import type { ModelRevision, RevisionBinding } from '#lib/upstream/queries/model-revisions.ts'
import type { SeenLicence } from '#lib/upstream/queries/model-sightings.ts'

/** What a person concluded to govern the revision that stands at the hub now; null where nobody did, or none was seen. */
export function concludedNow(revisions: readonly ModelRevision[], seen: SeenLicence | null): RevisionBinding | null {
  const current = revisions.find((revision) => revision.value === seen?.commit)
  return bindingsAt(current?.bindings ?? []).concluded ?? null
}
