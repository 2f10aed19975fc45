import { z } from 'zod'
import { problem, refusal } from '#app/_server/handler.ts'
import { once } from '#app/_server/idempotency.ts'
import { readJsonBody } from '#app/_server/json-body.ts'
import { unjudgedAnswer } from '#app/_server/judge-text.ts'
import { NOT_UNPACKED, plainBody, readPlain } from '#app/_server/request-bytes.ts'
import { uploadText } from '#lib/licences/commands/upload-text.ts'
import { MAX_LICENCE_BYTES, sha256Of } from '#lib/licences/licence-text.ts'
import { type TextUpload, textUploadInput, uploadedText } from '#lib/licences/text-upload.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import type { AppCtx } from '#lib/wiring.ts'

/** JSON may write one byte as six. */
const MOST_JSON = 6 * MAX_LICENCE_BYTES + 16_384
const MOST_FORM = MAX_LICENCE_BYTES + 16_384

type Read = { ok: true; upload: TextUpload } | { ok: false; answer: Response }

/** Keeps the text a request brings, as JSON, as plain text or as a form with a file, and answers what it was identified as. */
export async function bringText(ctx: AppCtx, request: Request): Promise<Response> {
  const read = await readUpload(request)
  if (!read.ok) return read.answer
  const { upload } = read
  const done = await once(ctx, request, {
    route: 'POST /api/v1/licence-texts',
    body: 'bytes' in upload ? { ...upload, bytes: sha256Of(upload.bytes) } : upload,
    worth: z.object({ ok: z.literal(true), value: uploadedText }),
    run: (inner) => uploadText(inner, upload),
  })
  if (done.done === 'never') return refusal(done.refusals)
  if (!done.value.ok) return unjudgedAnswer(done.value.refusals)
  const { value } = done.value
  const headers: Record<string, string> = {
    location: `/api/v1/licence-texts/${value.sha256}`,
    ...(done.done === 'before' ? { 'idempotency-replayed': 'true' } : {}),
  }
  return Response.json(value, { status: value.isNew ? 201 : 200, headers })
}

const PLAIN = ['text/plain', 'application/octet-stream']
const FORM = 'multipart/form-data'
const JSON_TYPE = 'application/json'

async function readUpload(request: Request): Promise<Read> {
  const type = (request.headers.get('content-type') ?? JSON_TYPE).split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === JSON_TYPE && !request.headers.has('content-encoding')) return readJson(request)
  const body = plainBody(request, [JSON_TYPE, ...PLAIN, FORM])
  if (!body.ok) return body
  const bytes = await readPlain(
    body.value,
    type === FORM ? MOST_FORM : type === JSON_TYPE ? MOST_JSON : MAX_LICENCE_BYTES,
  )
  if (bytes === null) return tooLarge()
  if (bytes === 'not-unpacked') return { ok: false, answer: refusal([NOT_UNPACKED]) }
  if (type === FORM) return readForm(request, bytes)
  return type === JSON_TYPE
    ? readJson(new Request(request.url, { method: 'POST', body: Buffer.from(bytes) }))
    : fileOf(request, bytes)
}

async function readJson(request: Request): Promise<Read> {
  const body = await readJsonBody(request, MOST_JSON)
  if (!body.ok) return body
  const input = textUploadInput.safeParse(body.value)
  if (!input.success) return { ok: false, answer: refusal(refusalsOf(input.error, body.value)) }
  const { text, url, note, allowPrivate } = input.data
  if (text !== undefined) return { ok: true, upload: { channel: 'paste', text, note } }
  return { ok: true, upload: { channel: 'url', url: url ?? '', note, allowPrivate } }
}

/** The bytes themselves; what they are called and why they are kept stands in the address. */
function fileOf(request: Request, bytes: Uint8Array): Read {
  const params = new URL(request.url).searchParams
  const note = readNote(params.get('note'))
  if (!note.ok) return note
  return {
    ok: true,
    upload: { channel: 'file', fileName: params.get('fileName') ?? '', bytes, note: note.value },
  }
}

async function readForm(request: Request, bytes: Uint8Array): Promise<Read> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(Buffer.from(bytes), { headers }).formData().catch(() => null)
  if (form === null) return { ok: false, answer: refusal([MALFORMED_FORM]) }
  const file = form.get('file')
  const given = form.get('note')
  const note = readNote(typeof given === 'string' ? given : null)
  if (!note.ok) return note
  if (!(file instanceof File)) return { ok: false, answer: refusal([NO_FILE]) }
  const content = new Uint8Array(await file.arrayBuffer())
  return { ok: true, upload: { channel: 'file', fileName: file.name, bytes: content, note: note.value } }
}

function readNote(given: string | null): { ok: true; value: string | null } | { ok: false; answer: Response } {
  const note = textUploadInput.shape.note.safeParse(given)
  if (note.success) return { ok: true, value: note.data }
  return { ok: false, answer: refusal(refusalsOf(note.error, given, '/note')) }
}

const NO_FILE: Refusal = {
  field: '/file',
  rule: 'file.missing',
  message: 'The form holds no file.',
  remedy: 'Send the licence as a field called file.',
}

const MALFORMED_FORM: Refusal = {
  field: '',
  rule: 'form.malformed',
  message: 'The form could not be read.',
  remedy: 'Send multipart/form-data with a boundary, or the bytes as text/plain.',
}

function tooLarge(): Read {
  const detail = `A licence text may have ${MAX_LICENCE_BYTES.toLocaleString('en')} bytes.`
  const errors = [{ field: '/file', rule: 'text.too-large', message: detail, remedy: 'Give the licence alone.' }]
  return {
    ok: false,
    answer: problem(413, 'too-large', 'The text is too large; nothing was kept.', { detail, errors }),
  }
}
