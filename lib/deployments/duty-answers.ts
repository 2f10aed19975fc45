import { z } from 'zod'
import { DUTY_KINDS, DUTY_REASONS, type Duty } from '#lib/licences/duty.ts'
import { dutyReason, dutySentence } from '#lib/licences/duty-sentences.en.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { noticeGapSentence } from '#lib/licences/notice-sentences.en.ts'
import type { Notices } from '#lib/licences/notices.ts'
import { TERMS_NOTICE } from '#lib/licences/terms.ts'
import type { DutyGap, LicenceFacts } from './licence-facts.ts'

export const DUTY_GAP_WORDS: Readonly<Record<DutyGap, string>> = {
  'no-text': 'No licence text governs what runs, so what it asks is not known.',
  'text-not-recognised': 'The governing text is no licence that is known, so what it asks is not known.',
  'terms-not-read': 'The licence is recognised, and nobody has read its terms.',
}

const licence = z.object({ id: z.string(), name: z.string() }).nullable()

const duty = z
  .object({
    kind: z.enum(DUTY_KINDS),
    sentence: z.string(),
    term: z.string(),
    value: z.json(),
    section: z.string().nullable(),
    words: z.array(z.string()).describe('To be used as they stand'),
    passage: z.string().nullable().describe('The sentence of the text it rests on'),
    applies: z.enum(['yes', 'no', 'cannot_tell']),
    why: z.object({ code: z.enum(DUTY_REASONS), sentence: z.string() }),
    note: z.string().nullable(),
    confidence: z.enum(['high', 'medium', 'low', 'none']),
  })
  .meta({ id: 'LicenceDuty', title: 'One thing a licence asks of a deployment' })

/** Query of `GET /api/v1/duties`. */
export const dutiesQuery = z.object({ deployment: z.uuid().describe('The id of a deployment') }).partial()

/** What a licence asks of one deployment. */
export const dutiesAnswer = z
  .object({
    deployment: z.object({ id: z.uuid(), name: z.string(), version: z.int() }),
    model: z.object({ id: z.uuid(), name: z.string() }),
    revision: z.string().nullable(),
    licence,
    textSha256: z.string().nullable(),
    gap: z
      .object({ code: z.enum(['no-text', 'text-not-recognised', 'terms-not-read']), sentence: z.string() })
      .nullable()
      .describe('Why no duty can be told; null where they can'),
    items: z.array(duty),
    notice: z.string().describe('Terms are read for guidance; nothing here is legal advice'),
  })
  .meta({ id: 'Duties' })

/** A deployment's duties as the API answers them. */
export function dutiesAnswerOf(
  facts: LicenceFacts,
  gap: DutyGap | null,
  duties: readonly Duty[],
): z.input<typeof dutiesAnswer> {
  const { id, name, version } = facts.deployment
  const licenceId = facts.text?.licenceId ?? null
  return {
    deployment: { id, name, version },
    model: facts.model,
    revision: facts.revision,
    licence: licenceId === null ? null : { id: licenceId, name: licenceName(licenceId) },
    textSha256: facts.text?.sha256 ?? null,
    gap: gap === null ? null : { code: gap, sentence: DUTY_GAP_WORDS[gap] },
    items: duties.map((one) => ({
      kind: one.kind,
      sentence: dutySentence(one),
      term: one.term,
      value: z.json().parse(one.value),
      section: one.section,
      words: [...one.words],
      passage: one.passage,
      applies: one.applies,
      why: { code: one.why.code, sentence: dutyReason(one.why) },
      note: one.note,
      confidence: one.confidence,
    })),
    notice: TERMS_NOTICE,
  }
}

/** Query of `GET /api/v1/deployments/{id}/notices`. */
export const noticesQuery = z.object({
  as: z.enum(['json', 'text']).default('json').describe('`text`: the file itself, when nothing is missing from it'),
})

/** A notice file with what could not be assembled. */
export const noticesAnswer = z
  .object({
    isComplete: z.boolean(),
    file: z.string().nullable().describe('null: nothing could be assembled'),
    entries: z.array(
      z.object({
        model: z.string(),
        revision: z.string(),
        source: z.string().nullable(),
        licence: z.object({ id: z.string(), name: z.string() }),
        attribution: z.string().nullable().describe('The sentence the licence dictates, word for word'),
        textSha256: z.string(),
        notices: z.array(z.object({ path: z.string(), sha256: z.string() })),
        deployments: z.array(z.object({ id: z.uuid(), name: z.string() })),
      }),
    ),
    gaps: z.array(
      z.object({
        deployment: z.object({ id: z.uuid(), name: z.string(), model: z.string() }),
        because: z.string(),
        sentence: z.string(),
      }),
    ),
  })
  .meta({ id: 'Notices' })

/** A notice file as the API and the command answer it. */
export function noticesAnswerOf({ entries, gaps, file }: Notices): z.input<typeof noticesAnswer> {
  return {
    isComplete: gaps.length === 0,
    file,
    entries: entries.map(({ textSha, notices, deployments, ...entry }) => ({
      ...entry,
      textSha256: textSha,
      notices: [...notices],
      deployments: [...deployments],
    })),
    gaps: gaps.map(({ deployment, because, detail }) => ({
      deployment,
      because,
      sentence: noticeGapSentence(because, detail),
    })),
  }
}
