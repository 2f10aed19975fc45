import { z } from 'zod'

export const CONFIDENCES = ['verified', 'likely', 'uncertain'] as const
const confidence = z.enum(CONFIDENCES).nullable()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day such as 2026-08-12')
const dayOrMonth = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'expected a day or a month such as 2026-08')
const text = z.string().min(1)
const maybeText = text.nullable()
const refs = z.array(text)

export const publisherShape = z.strictObject({ name: text, homes: z.array(z.url()).min(1) })

const source = z.strictObject({
  title: text,
  url: z.url().nullable(),
  repository: maybeText,
  path: maybeText,
  commit: maybeText,
  kind: z.enum(['upstream', 'third-party']),
  date: dayOrMonth.nullable(),
})

const licenceId = z.strictObject({
  name: text,
  spdx: maybeText,
  text_id: maybeText,
  osi_approved: z.boolean(),
  commercial_use: text,
  licence_id: text,
})

const licence = z.strictObject({
  id: maybeText,
  name: maybeText,
  spdx: maybeText,
  hf_license: maybeText,
  hf_license_name: maybeText,
  hf_license_link: maybeText,
  text_id: maybeText,
  osi_approved: z.boolean().nullable(),
  commercial_use: maybeText,
  sources: refs,
  confidence,
  note: maybeText,
})

const RELATIONS = [
  'none',
  'unknown',
  'flagship-above',
  'larger-sibling-of',
  'closed-successor-of',
  'closed-upgrade-of',
  'hosted-version-of',
  'weights-followed',
  'open-relative-later',
] as const
const relation = z.enum(RELATIONS)

const common = {
  name: text,
  family: text,
  variant: text,
  quantisation: maybeText,
  base_model: maybeText,
  params_total_b: z.number().positive().nullable(),
  params_active_b: z.number().positive().nullable(),
  params_basis: maybeText,
  context_tokens: z.int().positive().nullable(),
  context_tokens_extended: z.int().positive().nullable(),
  context_basis: maybeText,
  modality_in: z.array(text),
  modality_out: z.array(text),
  task: text,
  release_date: dayOrMonth.nullable(),
  release_date_precision: z.enum(['day', 'month']).nullable(),
  release_date_basis: maybeText,
  licence,
  known_revisions: z.array(text),
  announced: day.nullable(),
  sources: z.strictObject({ existence: refs.min(1), release_date: refs, spec: refs }),
  confidence: z.strictObject({
    existence: confidence,
    release_date: confidence,
    licence: confidence,
    spec: confidence,
    overall: confidence,
  }),
  notes: maybeText,
}

const openEntry = z.strictObject({
  ...common,
  weights: z.literal('open'),
  repo_id: z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'expected owner/name'),
  status: z.null(),
  closed_counterparts: z.array(z.strictObject({ api_model_id: text, relation, confidence })),
})

const apiEntry = z.strictObject({
  ...common,
  weights: z.literal('api-only'),
  repo_id: z.null(),
  api_model_id: text,
  api_model_id_basis: text,
  status: text,
  retired_on: day.nullable(),
  counterpart: z.strictObject({ repo_id: maybeText, relation, note: maybeText, confidence }),
})

export const catalogueShape = z.strictObject({
  schema: z.literal('qwen-catalogue/1'),
  compiled: day,
  evidence_until: text,
  publisher: publisherShape,
  notes: z.array(text),
  not_itemised: z.array(text),
  not_found: z.array(text),
  licence_ids: z.record(text, licenceId),
  sources: z.record(text, source),
  entries: z.array(z.discriminatedUnion('weights', [openEntry, apiEntry])).min(1),
})

export type CatalogueDataset = z.infer<typeof catalogueShape>
export type CatalogueEntry = CatalogueDataset['entries'][number]
export type ApiOnlyEntry = z.infer<typeof apiEntry>
export type CatalogueSource = z.infer<typeof source>
export type DatasetPublisher = z.infer<typeof publisherShape>
export type Confidence = (typeof CONFIDENCES)[number]
export type CatalogueRelation = (typeof RELATIONS)[number]
