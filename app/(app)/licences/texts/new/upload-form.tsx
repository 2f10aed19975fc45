'use client'

import { useActionState } from 'react'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { CONTROL } from '#app/_ui/control-class.ts'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { Field } from '#app/_ui/field.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { type FormState, FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { UnsavedGuard } from '#app/_ui/unsaved-guard.tsx'
import type { UploadChannel } from '#lib/licences/text-upload.ts'
import { bringAction } from './bring.ts'
import { BroughtText } from './brought-text.tsx'

const MOST_BYTES = 1_048_576

interface UploadFormProps {
  channel: UploadChannel
  /** The address it starts with. */
  url: string
  mayAllowPrivate: boolean
}

/** Brings one text in one of three ways. */
export function UploadForm({ channel, url, mayAllowPrivate }: UploadFormProps) {
  const [state, send] = useActionState(bringAction, FRESH_FORM)
  const { refusals, values, result } = state
  return (
    <div className="flex flex-col gap-4">
      {result && <BroughtText result={result} />}
      <form action={send} className="flex flex-col items-start gap-4">
        <UnsavedGuard />
        <ErrorSummary errors={refusals} />
        <input type="hidden" name="channel" value={channel} />
        {channel === 'file' && <FileField state={state} />}
        {channel === 'paste' && (
          <div className="w-full *:max-w-4xl">
            <TextArea
              name="text"
              label="The words"
              rows={16}
              required
              spellCheck={false}
              defaultValue={values['text']}
              error={errorOf(refusals, 'text')}
            />
          </div>
        )}
        {channel === 'url' && (
          <>
            <div className="w-full">
              <TextInput
                name="url"
                type="url"
                label="Address"
                required
                autoComplete="off"
                defaultValue={values['url'] ?? url}
                error={errorOf(refusals, 'url')}
                help="A public address with https or http. Redirects are followed, and where they end is kept too."
              />
            </div>
            {mayAllowPrivate && (
              <Checkbox
                name="allowPrivate"
                label="It may lie in a private network"
                defaultChecked={values['allowPrivate'] === 'on'}
                error={errorOf(refusals, 'allowPrivate')}
                help="For a document server of your own. That you allowed it is recorded."
              />
            )}
          </>
        )}
        <div className="w-full">
          <TextArea
            name="note"
            label="Note"
            isOptional
            rows={3}
            maxLength={2_000}
            defaultValue={values['note']}
            error={errorOf(refusals, 'note')}
            help="What it is, where it is from and why it is kept."
          />
        </div>
        <SubmitButton>{channel === 'url' ? 'Fetch and keep' : 'Keep and identify'}</SubmitButton>
      </form>
    </div>
  )
}

function FileField({ state }: { state: FormState }) {
  return (
    <Field name="file" label="File" error={errorOf(state.refusals, 'file')}>
      {(control) => (
        <input
          name="file"
          type="file"
          required
          {...control}
          onChange={({ target }) => {
            // Told at once: a much larger file would not even reach the server.
            const size = target.files?.[0]?.size ?? 0
            target.setCustomValidity(size > MOST_BYTES ? 'A licence text may have 1 MB; this file has more.' : '')
            target.reportValidity()
          }}
          className={`${CONTROL} py-1.5 file:me-3 file:rounded-sm file:border-0 file:bg-sunken file:px-2 file:py-1 file:text-ink`}
        />
      )}
    </Field>
  )
}
