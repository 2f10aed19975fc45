import type { z } from 'zod'
import type { Identification } from '#lib/licences/identify.ts'
import type { HeldText, ListedText, Sighting } from '#lib/licences/queries/find-texts.ts'
import type { licenceTextDetail, licenceTextItem } from '#lib/licences/schema.ts'

/** A licence text as lists answer it. */
export function itemOf(text: ListedText): z.input<typeof licenceTextItem> {
  return { ...sharedOf(text), source: placeOf(text.firstSeen), sightings: text.sightings }
}

/** A licence text with where it was seen. */
export function detailOf(text: HeldText): z.input<typeof licenceTextDetail> {
  return {
    ...sharedOf(text),
    source: placeOf(text.sightings.at(-1) ?? null),
    isText: text.text !== null,
    sightingCount: text.sightingCount,
    sightings: text.sightings.map(({ model, revision, path, at }) => ({ model, revision, path, at: at.toISOString() })),
  }
}

function sharedOf({ sha256, encoding, size, recordedAt, identification }: ListedText | HeldText) {
  return {
    id: sha256,
    sha256,
    encoding,
    size,
    recordedAt: recordedAt.toISOString(),
    identification: identification && identificationOf(identification),
    asOf: recordedAt.toISOString(),
  }
}

function identificationOf({ verdict, licenceId, alternatives, basis, closest, engineVersion }: Identification) {
  return { verdict, licenceId, alternatives: [...alternatives], basis, closest, engineVersion }
}

function placeOf(seen: Sighting | null): string | null {
  return seen && `${seen.model.name}@${seen.revision} ${seen.path}`
}
