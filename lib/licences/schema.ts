import { z } from 'zod'
import { fileQuery, pageOf, pageQuery } from '#lib/shared/page-query.ts'
import { VERDICTS } from './identified-text.ts'
import { isLicenceSort, LICENCE_OPENNESS } from './licence-view.ts'
import { isTermKey } from './term-search.ts'

const instant = z.iso.datetime()
/** Words as an address carries them. */
const words = z
  .string()
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), {
    error: 'This holds control characters.',
    params: { rule: 'text.control-characters', remedy: 'Leave out control characters.' },
  })

/** What a list of licences is filtered and ordered by: the same on the page, in the API and in exports. */
export const licenceViewSchema = z.object({
  q: words.optional().describe('Part of a name or id, in any case'),
  openness: z.enum(LICENCE_OPENNESS).optional(),
  terms: z.enum(['read', 'unread']).optional().describe('Whether its terms were read'),
  use: z.enum(['deployments', 'models']).optional().describe('Only what some deployment, or some model, stands under'),
  verdict: z.enum(VERDICTS).optional().describe('Only what some text was found to be with this verdict'),
  sort: z
    .string()
    .max(40)
    .refine(isLicenceSort, {
      error: 'The list cannot be ordered by this.',
      params: { rule: 'sort.unknown', remedy: 'Name a sortable column, with - in front for descending.' },
    })
    .optional()
    .describe('`name openness texts models deployments teams lastChangeAt`, with `-` for descending'),
})

/** The query of `GET /api/v1/licences`. */
export const licenceQuerySchema = licenceViewSchema.extend(fileQuery.shape)

/** What texts are searched by. */
export const textSearchSchema = z.object({
  q: words
    .optional()
    .describe('Words of one clause; "quoted" words stand together, -word must not stand there, or parts choices'),
  term: z
    .string()
    .max(60)
    .refine(isTermKey, {
      error: 'No licence is read for this term.',
      params: { rule: 'term.unknown', remedy: 'Name one of the 26 terms, such as output_training.' },
    })
    .optional()
    .describe('A term, such as `output_training`'),
  value: words.optional().describe('What the term says, such as `no_other_models`'),
  verdict: z.enum(VERDICTS).optional().describe('Only texts that were found to be this'),
})
export type TextSearch = z.infer<typeof textSearchSchema>

/** The query of `GET /api/v1/licence-texts`. */
export const textQuerySchema = textSearchSchema.extend(pageQuery.shape)

const closest = z.object({ licenceId: z.string(), similarity: z.number() })

const identification = z
  .object({
    verdict: z.enum(VERDICTS),
    licenceId: z.string().nullable(),
    alternatives: z.array(z.string()).describe('Other ids that stand for the very same words'),
    basis: z.enum(['sha256', 'fingerprint', 'alignment']).nullable(),
    closest: closest.nullable().describe('For comparison, not for reliance'),
    engineVersion: z.string(),
  })
  .meta({ id: 'Identification' })

const part = z
  .object({
    licenceId: z.string(),
    alternatives: z.array(z.string()),
    textId: z.string().nullable().describe('Which dated text of it; null where its words name none'),
    verdict: z.enum(VERDICTS),
    start: z.int().describe('Place in the decoded text, in UTF-16 units'),
    end: z.int(),
    similarity: z.number(),
    coverage: z.number().describe('How much of the licence stands here'),
  })
  .meta({ id: 'IdentifiedPart' })

const differences = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['slot', 'outside', 'inside']).describe('Filled in, around the licence, or within its words'),
        change: z.enum(['added', 'removed', 'changed']),
        reference: z
          .string()
          .nullable()
          .describe('Words of the licence; null where it has none here or is not at hand'),
        text: z.string().nullable(),
        referenceWords: z.int(),
        textWords: z.int(),
        start: z.int(),
        end: z.int(),
      }),
    ),
    counts: z.object({ slot: z.int(), outside: z.int(), inside: z.int() }).describe('Listed or not'),
    isTruncated: z.boolean(),
  })
  .meta({ id: 'IdentifiedDifferences', title: 'Words in which a text and the licence it is near to differ' })

const identified = {
  verdict: z.enum(VERDICTS),
  licence: z.string().nullable().describe('SPDX id or LicenseRef-, only where a whole licence stands in the text'),
  closest: z.string().nullable().describe('For comparison, not for reliance'),
  similarity: z.number(),
  parts: z.array(part).describe('Every licence that stands in the text, in its order'),
}

/** What a text that is not kept was found to be. */
export const identifyAnswer = z
  .object({
    ...identified,
    licenceId: z.string().nullable().describe('null where several licences stand in the text'),
    alternatives: z.array(z.string()),
    textId: z.string().nullable(),
    basis: z.string().nullable(),
    candidates: z.array(closest).describe('Likeliest licences, the nearest first'),
    differences,
    notes: z.array(z.string()),
    engineVersion: z.string(),
  })
  .meta({ id: 'IdentifyAnswer' })

const refusedField = z.object({ field: z.string(), rule: z.string(), message: z.string(), remedy: z.string() })

/** One line of a batch that is identified. */
export const identifyLineInput = z
  .object({ key: z.string().max(2_000), text: z.string() })
  .meta({ id: 'IdentifyLineInput' })

/** The answer to one line of a batch. */
export const identifyLine = z
  .object({
    key: z.string().nullable().describe('null where the line could not be read'),
    ...identified,
    verdict: identified.verdict.nullable().describe('null only beside an error'),
    similarity: identified.similarity.nullable(),
    error: refusedField.optional().describe('Why this line was not judged'),
  })
  .meta({ id: 'IdentifyLine' })

const sighting = z
  .object({
    model: z.object({ id: z.uuid(), name: z.string() }),
    revision: z.string(),
    path: z.string(),
    at: instant,
  })
  .meta({ id: 'TextSighting', title: 'Where a text stood' })

const heldText = {
  id: z.string().describe('The SHA-256 of the bytes as published'),
  sha256: z.string(),
  encoding: z.string(),
  size: z.int().describe('Bytes'),
  recordedAt: instant,
  identification: identification.nullable().describe('null: not judged yet'),
  asOf: instant,
  source: z.string().nullable().describe('Where it was first seen'),
}

/** A licence text as lists answer it. */
export const licenceTextItem = z
  .object({ ...heldText, sightings: z.int().describe('Places it was seen at') })
  .meta({ id: 'LicenceText' })

const termSaid = z
  .object({
    licenceId: z.string().nullable().describe('null: a text that is no known licence'),
    by: z.string().nullable().describe('Who concluded it; null: the shipped reading'),
    term: z.string(),
    value: z.json(),
    section: z.string().nullable(),
    confidence: z.enum(['high', 'medium', 'low', 'none']),
    evidence: z.string().nullable(),
  })
  .meta({ id: 'TermSaid', title: 'What a licence says on a term' })

const clauseHit = z
  .object({
    section: z.string().nullable().describe('null before the first numbered section'),
    start: z.int().describe('Place in the decoded text, in UTF-16 units'),
    end: z.int(),
    snippet: z.array(z.object({ text: z.string(), isMarked: z.boolean() })),
  })
  .meta({ id: 'ClauseHit' })

/** A licence text as a search answers it. */
export const foundTextItem = licenceTextItem
  .extend({
    said: termSaid.nullable().describe('What its licence says on the term asked for; null where none was'),
    clauses: z.array(clauseHit).describe('The best few of those that hold the words asked for'),
    clausesFound: z.int(),
  })
  .meta({ id: 'FoundText' })

/** A page of texts a search found. */
export const foundTexts = pageOf(foundTextItem).extend({
  unheld: z.array(termSaid).optional().describe('Licences that say what was asked for and of which no text is held'),
})

/** The query of `GET /api/v1/licence-texts/{sha}`. */
export const textAsQuery = z.object({
  as: z
    .literal('text')
    .optional()
    .describe('The bytes as they came, with their SHA-256 as ETag, instead of what is known of them'),
})

/** A licence text with where it was seen. */
export const licenceTextDetail = z
  .object({
    ...heldText,
    sightings: z.array(sighting),
    sightingCount: z.int(),
    isText: z.boolean(),
    parts: z.array(part),
    differences: differences.nullable(),
  })
  .meta({ id: 'LicenceTextDetail' })

/** A licence as lists answer it. */
export const licenceItem = z
  .object({
    id: z.string(),
    name: z.string(),
    openness: z.enum(['permissive', 'conditional', 'research', 'unknown']),
    hasTerms: z.boolean().describe('Whether its terms were read'),
    models: z.int(),
    texts: z.int().describe('Texts held that were recognised as it'),
    verdicts: z.record(z.string(), z.int()).describe('Texts held by what they were found to be of it'),
    deployments: z.int().nullable().describe('That you may see; null where you may see none'),
    teams: z.int().nullable().describe('Whose deployments these are'),
    lastChangeAt: instant.nullable().describe('When a licence change of a model under it was last seen'),
  })
  .meta({ id: 'Licence' })

const term = z
  .object({
    key: z.string(),
    question: z.string(),
    value: z.json().describe('As it was read; null: not read'),
    says: z.string().nullable(),
    section: z.string().nullable(),
    confidence: z.enum(['high', 'medium', 'low', 'none']),
    evidence: z.string().nullable().describe('Words of the text itself'),
    note: z.string().nullable(),
  })
  .meta({ id: 'LicenceTerm' })

/** A licence with its terms as they were read. */
export const licenceDetail = licenceItem
  .extend({
    terms: z
      .object({
        notice: z.string(),
        name: z.string(),
        licensor: z.string(),
        date: z.string(),
        read: z.enum(['full', 'partial', 'secondary']),
        asOf: z.string(),
        source: z.string(),
        isRehosted: z.boolean().describe("The copy read is not the licensor's own"),
        sha256: z.string().nullable(),
        warning: z.string().nullable(),
        items: z.array(term),
      })
      .nullable()
      .describe('null: nobody has read them'),
    textsHeld: z.array(licenceTextItem),
  })
  .meta({ id: 'LicenceDetail' })
