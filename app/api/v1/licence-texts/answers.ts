import type { z } from 'zod'
import type { Differences, Identification } from '#lib/licences/identification.ts'
import { identifiedText } from '#lib/licences/identified-text.ts'
import type { HeldText, ListedText, Sighting } from '#lib/licences/queries/find-texts.ts'
import type { FoundText } from '#lib/licences/queries/search-ledger.ts'
import type { foundTextItem, identifyAnswer, licenceTextDetail, licenceTextItem } from '#lib/licences/schema.ts'
import type { TermSaid } from '#lib/licences/term-search.ts'

/** A licence text as lists answer it. */
export function itemOf(text: ListedText): z.input<typeof licenceTextItem> {
  return { ...sharedOf(text), source: placeOf(text.firstSeen), sightings: text.sightings }
}

/** A licence text with where it was seen. */
export function detailOf(text: HeldText): z.input<typeof licenceTextDetail> {
  return {
    ...sharedOf(text),
    source: placeOf(text.firstSeen),
    isText: text.text !== null,
    parts: (text.identification?.parts ?? []).map((part) => ({ ...part, alternatives: [...part.alternatives] })),
    differences: text.identification && differencesOf(text.identification.differences),
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

/** A licence text as a search answers it. */
export function foundItemOf({ text, said, clauses, clausesFound }: FoundText): z.input<typeof foundTextItem> {
  return { ...itemOf(text), said: said && saidOf(said), clauses, clausesFound }
}

/** What a licence says on a term. */
export function saidOf({ licenceId, term, cell, by }: TermSaid) {
  const value = typeof cell.value === 'object' ? JSON.parse(JSON.stringify(cell.value)) : cell.value
  return {
    licenceId,
    by,
    term,
    value,
    section: cell.section,
    confidence: cell.confidence,
    evidence: cell.evidence ?? null,
  }
}

/** What a text that is not kept was found to be. */
export function identifyAnswerOf(found: Identification): z.input<typeof identifyAnswer> {
  const { licenceId, alternatives, textId, basis, closest, engineVersion, differences, notes } = found
  return {
    ...identifiedText(found),
    licenceId,
    alternatives: [...alternatives],
    textId,
    basis,
    candidates: closest === null ? [] : [closest],
    differences: differencesOf(differences),
    notes: [...notes],
    engineVersion,
  }
}

function differencesOf({ items, counts, isTruncated }: Differences) {
  return { items: items.map((item) => ({ ...item })), counts: { ...counts }, isTruncated }
}
