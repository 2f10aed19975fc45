'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { runAction } from '#app/_server/action.ts'
import type { FormState } from '#app/_ui/form-state.ts'
import { uploadText } from '#lib/licences/commands/upload-text.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { MAX_LICENCE_BYTES } from '#lib/licences/licence-text.ts'
import { type TextUpload, textUploadInput, UPLOAD_CHANNELS } from '#lib/licences/text-upload.ts'
import { type Outcome, refused } from '#lib/shared/outcome.ts'

const input = z.object({
  channel: z.enum(UPLOAD_CHANNELS),
  note: textUploadInput.shape.note,
  text: z.string().default(''),
  url: z.string().max(2_000).default(''),
  allowPrivate: z.boolean(),
})

/** Keeps what the form brings and says what it was identified as. */
export async function bringAction(_: FormState, form: FormData): Promise<FormState> {
  const { state, value } = await runAction(form, {
    permission: 'licence:upload',
    input,
    read: (fields) => ({ ...fields, allowPrivate: fields['allowPrivate'] === 'on' }),
    run: async (ctx, given) => {
      const upload = await uploadOf(given, form)
      return upload.ok ? uploadText(ctx, upload.value) : upload
    },
  })
  if (value === null) return state
  revalidatePath('/licences', 'layout')
  return {
    ...state,
    result: {
      sha256: value.sha256,
      isNew: value.isNew ? 'yes' : 'no',
      mediaType: value.mediaType,
      verdict: value.verdict,
      licence: value.licenceId === null ? '' : licenceName(value.licenceId),
      closest: value.closest === null ? '' : licenceName(value.closest.licenceId),
      finalUrl: value.finalUrl ?? '',
    },
  }
}

async function uploadOf(given: z.output<typeof input>, form: FormData): Promise<Outcome<TextUpload>> {
  const { channel, note, url, allowPrivate } = given
  if (channel === 'url') return { ok: true, value: { channel, url, note, allowPrivate } }
  if (channel === 'paste') {
    // A form sends every line end as CR and LF, whatever was pasted.
    return { ok: true, value: { channel, text: given.text.replaceAll('\r\n', '\n'), note } }
  }
  const file = form.get('file')
  if (!(file instanceof File) || file.name === '') {
    return refused({ field: '/file', rule: 'file.missing', message: 'No file was chosen.', remedy: 'Choose a file.' })
  }
  // One byte beyond the most is enough for the refusal; the rest need not be read.
  const bytes = new Uint8Array(await file.slice(0, MAX_LICENCE_BYTES + 1).arrayBuffer())
  return { ok: true, value: { channel, fileName: file.name, bytes, note } }
}
