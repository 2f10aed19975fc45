import { record } from '#lib/audit/record.ts'
import { authorise, may } from '#lib/auth/permissions.ts'
import type { Tx } from '#lib/db/client.ts'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import { type DocumentType, documentTypeOf, keptFileName } from '../document-type.ts'
import { decodeText, MAX_LICENCE_BYTES } from '../licence-text.ts'
import type { LicencesCtx } from '../licences-ctx.ts'
import type { TextUpload, UploadChannel, UploadedText } from '../text-upload.ts'
import { contentRefusal, fetchRefusal, readDocumentUrl } from '../upload-refusals.ts'
import { type ReadText, recordText } from './record-text.ts'

interface Brought {
  channel: UploadChannel
  bytes: Uint8Array
  fileName: string | null
  url: string | null
  finalUrl: string | null
  servedAs: string | null
  note: string | null
  isPrivateAllowed: boolean
}

/**
 * Keeps a licence text that somebody brings as a file, as pasted words or by its address: its bytes exactly as they came, its
 * fingerprint and what it was identified as. Bringing held bytes again is no error; that it happened is put on record.
 */
export async function uploadText(ctx: LicencesCtx, upload: TextUpload): Promise<Outcome<UploadedText>> {
  authorise(ctx.actor, 'licence:upload')
  const brought = await bring(ctx, upload)
  if (!brought.ok) return brought
  const { bytes, servedAs } = brought.value
  const field = { file: '/file', paste: '/text', url: '/url' }[upload.channel]
  const read = decodeText(bytes)
  const wrong = contentRefusal(field, bytes, read)
  if (wrong !== null || 'refused' in read) return refused(...(wrong === null ? [] : [wrong]))
  // Away from whatever serves others: what somebody brings may be made to take long.
  const judged = await ctx.textJudge.identify(bytes)
  if (!judged.ok) return refused(...judged.refusals.map((refusal) => ({ ...refusal, field })))
  const clauses = await ctx.textJudge.clauses(judged.value.text)
  if (!clauses.ok) return refused(...clauses.refusals.map((refusal) => ({ ...refusal, field })))
  const text = { ...judged.value, bytes, clauses: clauses.value }
  const mediaType = documentTypeOf(text.text, servedAs)
  return ctx.transaction(async (tx) => ok(await keep(tx, ctx, brought.value, text, mediaType)))
}

async function bring(ctx: LicencesCtx, upload: TextUpload): Promise<Outcome<Brought>> {
  const base = { fileName: null, url: null, finalUrl: null, servedAs: null, isPrivateAllowed: false }
  const { channel, note } = upload
  if (channel === 'file') {
    return ok({ ...base, channel, note, bytes: upload.bytes, fileName: keptFileName(upload.fileName) })
  }
  if (channel === 'paste') {
    if (!upload.text.isWellFormed()) return refused(NOT_UNICODE)
    return ok({ ...base, channel, note, bytes: Buffer.from(upload.text) })
  }
  const address = readDocumentUrl(upload.url)
  if ('refusal' in address) return refused(address.refusal)
  // Whoever decides on sources decides on private addresses too.
  if (upload.allowPrivate && !may(ctx.actor, 'source:manage')) return refused(NOT_AN_ADMINISTRATOR)
  const isPrivateAllowed = upload.allowPrivate
  const answer = await ctx.documents.fetchDocument(address.url, {
    maxBytes: MAX_LICENCE_BYTES,
    allowPrivate: isPrivateAllowed,
  })
  if (!answer.ok) return refused(fetchRefusal(answer.because, answer.message))
  const { bytes, finalUrl, mediaType: servedAs } = answer
  return ok({ ...base, channel, note, bytes, url: upload.url.trim(), finalUrl, servedAs, isPrivateAllowed })
}

const NOT_UNICODE: Refusal = {
  field: '/text',
  rule: 'text.not-unicode',
  message: 'It holds half a character, which no encoding can keep.',
  remedy: 'Send the text as a file, so that its bytes are kept as they are.',
}

const NOT_AN_ADMINISTRATOR: Refusal = {
  field: '/allowPrivate',
  rule: 'url.private-not-yours',
  message: 'Only an administrator may have a private address fetched.',
  remedy: 'Leave it out, or ask an administrator to bring this document.',
}

async function keep(
  tx: Tx,
  ctx: LicencesCtx,
  brought: Brought,
  text: ReadText,
  mediaType: DocumentType,
): Promise<UploadedText> {
  const now = ctx.clock.now()
  const { sha256, identification } = text
  const { channel, fileName, url, finalUrl, note } = brought
  const isNew = (await tx.licenceText.findUnique({ where: { sha256 }, select: { sha256: true } })) === null
  await recordText(tx, text, now, mediaType)
  await tx.textUpload.create({
    data: {
      textSha: sha256,
      channel,
      fileName,
      url,
      finalUrl,
      note,
      uploadedBy: ctx.actor.id ?? '',
      uploadedByName: ctx.actor.name,
      at: now,
    },
  })
  const { verdict, licenceId, closest } = identification
  await record(tx, ctx, {
    action: 'licence_text.uploaded',
    object: { kind: 'licence_text', id: sha256 },
    after: {
      channel,
      isNew,
      mediaType,
      bytes: brought.bytes.length,
      verdict,
      licenceId,
      ...(fileName === null ? {} : { fileName }),
      ...(url === null ? {} : { url, finalUrl, isPrivateAllowed: brought.isPrivateAllowed }),
      ...(note === null ? {} : { note }),
    },
  })
  return { sha256, isNew, mediaType, finalUrl, verdict, licenceId, closest }
}
