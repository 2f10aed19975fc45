import { z } from 'zod'
import { withoutHidden } from './written-words.ts'

export const UPLOAD_CHANNELS = ['file', 'paste', 'url'] as const
export type UploadChannel = (typeof UPLOAD_CHANNELS)[number]

const note = withoutHidden(z.string().max(2_000), 'note')
  .transform((text) => text.trim())
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)
  .describe('What it is and why it is kept')

/** Body of `POST /api/v1/licence-texts` as JSON: the words themselves, or an address to fetch them from. */
export const textUploadInput = z
  .strictObject({
    text: z.string().optional().describe('The words as they stand; kept as UTF-8'),
    url: z.string().max(2_000).optional().describe('A public address; what it answers is kept as it came'),
    note,
    allowPrivate: z
      .boolean()
      .default(false)
      .describe('The address may lie in a private network; for administrators only, and recorded'),
  })
  .refine((input) => (input.text === undefined) !== (input.url === undefined), {
    error: 'Give either text or url.',
    params: { rule: 'upload.one-source', remedy: 'Send the words as text, or an address as url, not both.' },
  })
  .meta({ id: 'TextUpload', title: 'A licence text that no hub holds' })

/** One text as somebody brings it. */
export type TextUpload =
  | { channel: 'file'; fileName: string; bytes: Uint8Array; note: string | null }
  | { channel: 'paste'; text: string; note: string | null }
  | { channel: 'url'; url: string; note: string | null; allowPrivate: boolean }

/** The answer to an upload. */
export const uploadedText = z
  .object({
    sha256: z.string().describe('Of the bytes exactly as they came'),
    isNew: z.boolean().describe('false: these very bytes were held already; that they were brought again is recorded'),
    mediaType: z.enum(['text/plain', 'text/html']).describe('A page is kept as the page it is'),
    finalUrl: z.string().nullable().describe('Where the answer came from; null unless fetched'),
    verdict: z.enum(['MATCH', 'CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN']),
    licenceId: z.string().nullable().describe('null unless the verdict names one'),
    closest: z
      .object({ licenceId: z.string(), similarity: z.number() })
      .nullable()
      .describe('For comparison, not for reliance'),
  })
  .meta({ id: 'UploadedText' })
export type UploadedText = z.infer<typeof uploadedText>
