import type { Json } from '#lib/shared/canonical-json.ts'
import { counterpartRelation } from './counterpart.ts'
import type { CatalogueDataset, CatalogueEntry, Confidence } from './dataset-shape.ts'
import { type LineageInput, lineageOf } from './lineage.ts'
import { opennessOfTerms } from './openness.ts'
import { type ClaimProperty, isClaimProperty, type PlannedClaim } from './planned-model.ts'
import { gradeOfSources, type ShippedGrade } from './source-grade.ts'

interface Basis {
  sourceRefs: string[]
  grade: ShippedGrade
  confidence: Confidence
}

/** Everything one entry says, one claim per property it says something about; a null field makes no claim. */
export function claimsOfEntry(entry: CatalogueEntry, dataset: CatalogueDataset): PlannedClaim[] {
  const existence = basisOf(entry.sources.existence, entry.confidence.existence, dataset)
  // A size or modality without a document of its own was read off the name, or off the list that names the model.
  const spec = basisOf(
    entry.sources.spec.length > 0 ? entry.sources.spec : entry.sources.existence,
    entry.confidence.spec,
    dataset,
  )
  return [
    ...productClaims(entry, existence),
    ...claims(existence, {
      variant: entry.variant,
      quantisation: entry.quantisation,
      weights: entry.weights,
      task: entry.task,
      announcedOn: entry.announced,
    }),
    ...claims(basisOf(entry.sources.release_date, entry.confidence.release_date, dataset), {
      releaseOn: releaseOf(entry),
    }),
    ...claims(spec, {
      paramsTotalB: entry.params_total_b,
      paramsActiveB: entry.params_active_b,
      paramsBasis: entry.params_basis,
      contextTokens: entry.context_tokens,
      contextTokensExtended: entry.context_tokens_extended,
      contextBasis: entry.context_basis,
      modalityIn: entry.modality_in.length > 0 ? entry.modality_in : null,
      modalityOut: entry.modality_out.length > 0 ? entry.modality_out : null,
    }),
    ...claims(basisOf(entry.licence.sources, entry.licence.confidence, dataset), {
      licence: licenceOf(entry, dataset),
    }),
    // Nobody published these: they are our reading of names and relations, so never `announced`, never `verified`.
    ...claims(readingOf(existence), { ...lineageOf(lineageInputOf(entry)), note: entry.notes }),
  ]
}

/** What the lineage of an entry is derived from. */
export function lineageInputOf(entry: CatalogueEntry): LineageInput {
  return {
    name: entry.name,
    family: entry.family,
    variant: entry.variant,
    task: entry.task,
    isApiOnly: entry.weights === 'api-only',
    paramsTotalB: entry.params_total_b,
    modalityIn: entry.modality_in,
    modalityOut: entry.modality_out,
    baseName: entry.base_model,
    releaseOn: entry.release_date,
    counterpart:
      entry.weights === 'api-only'
        ? {
            relation: counterpartRelation(entry.counterpart.relation),
            name: entry.counterpart.repo_id,
            confidence: entry.counterpart.confidence,
          }
        : null,
  }
}

/** Sources, grade and confidence of a fact. A confidence nobody stated is `uncertain`. */
export function basisOf(sourceRefs: string[], confidence: Confidence | null, dataset: CatalogueDataset): Basis {
  return {
    sourceRefs,
    grade: gradeOfSources(sourceRefs, dataset.sources, dataset.publisher.homes),
    confidence: confidence ?? 'uncertain',
  }
}

/** The same sources, read by us: at most `likely`, and nobody's announcement. */
export function readingOf(basis: Basis): Basis {
  return { ...basis, grade: 'reported', confidence: basis.confidence === 'uncertain' ? 'uncertain' : 'likely' }
}

function productClaims(entry: CatalogueEntry, existence: Basis): PlannedClaim[] {
  if (entry.weights === 'open') {
    const prefixes = entry.known_revisions.filter((revision) => !/^[0-9a-f]{40}$/.test(revision))
    return claims(existence, { commitPrefixes: prefixes.length > 0 ? prefixes : null })
  }
  const isIdRead = entry.api_model_id_basis === 'read in a source'
  const { relation, repo_id, note, confidence } = entry.counterpart
  return [
    ...claims(existence, { productName: entry.name, status: entry.status, retiredOn: entry.retired_on }),
    ...claims(isIdRead ? existence : { ...readingOf(existence), confidence: 'uncertain' }, {
      apiModelId: entry.api_model_id,
    }),
    ...claims(
      { ...readingOf(existence), confidence: confidence ?? 'uncertain' },
      { counterpart: { relation: counterpartRelation(relation), repo: repo_id, note } },
    ),
  ]
}

function releaseOf(entry: CatalogueEntry): Json {
  if (!entry.release_date || !entry.release_date_precision) return null
  const on = entry.release_date.length === 7 ? `${entry.release_date}-01` : entry.release_date
  return { on, precision: entry.release_date_precision }
}

function licenceOf({ licence }: CatalogueEntry, dataset: CatalogueDataset): Json {
  if (!licence.id) return null
  const { hf_license: license, hf_license_name: licenseName, hf_license_link: licenseLink } = licence
  return {
    catalogueId: licence.id,
    licenceId: dataset.licence_ids[licence.id]?.licence_id ?? null,
    name: licence.name,
    textId: licence.text_id,
    card: license || licenseName || licenseLink ? { license, licenseName, licenseLink } : null,
    note: licence.note,
    openness: opennessOfTerms(dataset.licence_ids[licence.id]?.commercial_use ?? null, licence.osi_approved),
  }
}

function claims(basis: Basis, values: Partial<Record<ClaimProperty, Json>>): PlannedClaim[] {
  return Object.entries(values).flatMap(([property, value]) =>
    value === null || value === undefined || !isClaimProperty(property) ? [] : [{ property, value, ...basis }],
  )
}
