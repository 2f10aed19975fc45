import { z } from 'zod'
import { NO_DIFFERENCES } from './identification.ts'

const part = z.object({
  licenceId: z.string(),
  alternatives: z.array(z.string()),
  textId: z.string().nullable(),
  verdict: z.enum(['MATCH', 'CONTAINS', 'PARTIAL', 'MODIFIED']),
  start: z.int(),
  end: z.int(),
  similarity: z.number(),
  coverage: z.number(),
})

const difference = z.object({
  kind: z.enum(['slot', 'outside', 'inside']),
  change: z.enum(['added', 'removed', 'changed']),
  reference: z.string().nullable(),
  text: z.string().nullable(),
  referenceWords: z.int(),
  textWords: z.int(),
  start: z.int(),
  end: z.int(),
})

const note = z.enum([
  'code-fence-ignored',
  'comment-words-ignored',
  'markup-ignored',
  'links-ignored',
  'identifier-lines-ignored',
  'notices-ignored',
  'quotes-ignored',
  'title-ignored',
  'not-english',
  'parts-left-out',
])

/** What an identification rests on, as it is stored; what an older engine did not store is empty. */
export const identificationEvidence = z.object({
  basis: z.enum(['sha256', 'fingerprint', 'alignment']).nullable(),
  textId: z.string().nullable(),
  similarity: z.number(),
  parts: z.array(part).default([]),
  differences: z
    .object({
      items: z.array(difference),
      counts: z.object({ slot: z.int(), outside: z.int(), inside: z.int() }),
      isTruncated: z.boolean(),
    })
    .default({ ...NO_DIFFERENCES, items: [] }),
  notes: z.array(note).default([]),
})
