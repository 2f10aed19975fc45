import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { comparisonQuery, textComparison } from '#lib/licences/comparison-schema.ts'
import {
  foundTexts,
  identifyAnswer,
  identifyLine,
  identifyLineInput,
  licenceTextDetail,
  textAsQuery,
  textQuerySchema,
} from '#lib/licences/schema.ts'
import { textUploadInput, uploadedText } from '#lib/licences/text-upload.ts'

/** Operations on licence texts. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/licence-texts',
    summary: 'Lists the licence texts that are held, newest first, or searches them by clause and by what they say',
    permission: 'catalogue:read',
    query: textQuerySchema,
    answers: { 200: { says: 'A page of texts; of a search the best first', body: foundTexts } },
  },
  {
    method: 'get',
    path: '/api/v1/licence-texts/compare',
    summary: 'What differs between two held texts: terms first, then clause by clause; also as HTML, PDF or patch',
    permission: 'catalogue:read',
    query: comparisonQuery,
    answers: { 200: { says: 'The comparison, or with `format` a file of it', body: textComparison } },
  },
  {
    method: 'post',
    path: '/api/v1/licence-texts',
    summary:
      'Keeps a licence text that no hub holds: as JSON, as text/plain (with ?fileName= and ?note=), or as multipart/form-data with the fields file and note',
    permission: 'licence:upload',
    body: textUploadInput,
    isIdempotent: true,
    answers: {
      200: { says: 'These very bytes were held already', body: uploadedText },
      201: { says: 'The text, kept, with what it was identified as', body: uploadedText },
    },
  },
  {
    method: 'get',
    path: '/api/v1/licence-texts/{sha}',
    summary: 'One text by its SHA-256: what it was identified as and where it was seen',
    permission: 'catalogue:read',
    query: textAsQuery,
    answers: {
      200: { says: 'What is known of the text; with `as=text` its bytes, as text/plain', body: licenceTextDetail },
      304: { says: 'You hold these bytes already' },
    },
  },
  {
    method: 'get',
    path: '/api/v1/licence-texts/{sha}/raw',
    summary: 'A text byte for byte',
    permission: 'catalogue:read',
    answers: {
      200: { says: 'The bytes as they came', mediaType: 'text/plain' },
      304: { says: 'You hold these bytes already' },
    },
  },
  {
    method: 'post',
    path: '/api/v1/licence-texts/identify',
    summary: 'Says what a text of up to 1 MiB is, without keeping it',
    permission: 'licence:identify',
    body: z.string().describe('The text as it is, in any encoding that is read; may be packed with gzip'),
    bodyMediaType: 'text/plain',
    answers: {
      200: { says: 'What it was found to be', body: identifyAnswer },
      413: { says: 'The text is too large', mediaType: 'application/problem+json' },
      415: { says: 'The body is no plain text', mediaType: 'application/problem+json' },
    },
  },
  {
    method: 'post',
    path: '/api/v1/licence-texts/identify-batch',
    summary: 'Says what each of many texts is: a line in, a line out, in the same order, while they still arrive',
    permission: 'licence:identify',
    body: identifyLineInput,
    bodyMediaType: 'application/x-ndjson',
    answers: { 200: { says: 'One object on each line', body: identifyLine, mediaType: 'application/x-ndjson' } },
  },
]
