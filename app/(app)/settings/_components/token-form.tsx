'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { Select } from '#app/_ui/select.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { ShownOnce } from './shown-once.tsx'
import { createTokenAction } from './token-actions.ts'

const SCOPES = [
  { value: 'read', label: 'Read: see what you may see' },
  { value: 'write', label: 'Write: also register, decide, publish' },
  { value: 'admin', label: 'Admin: everything your role may' },
]

const LIVES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '180', label: '180 days' },
  { value: '365', label: '1 year' },
]

/** Makes an API token and shows it once. */
export function TokenForm() {
  const [state, send] = useActionState(createTokenAction, FRESH_FORM)
  const { refusals, values, result } = state
  return (
    <div className="flex flex-col gap-4">
      {result?.['token'] && (
        <ShownOnce title={`Token ${result['name'] ?? ''}`} secret={result['token']}>
          Copy it now: only its hash is kept. Send it as <code className="font-mono">Authorization: Bearer …</code>
        </ShownOnce>
      )}
      <form action={send} className="flex flex-col gap-4">
        <ErrorSummary errors={refusals} />
        <TextInput
          name="name"
          label="Name"
          required
          maxLength={120}
          help="Where it will be used, so that the audit log can be read: CI of the search team."
          defaultValue={values['name']}
          error={errorOf(refusals, 'name')}
        />
        <Select
          name="scope"
          label="Scope"
          options={SCOPES}
          placeholder={null}
          help="Never more than your role allows."
          defaultValue={values['scope'] ?? 'read'}
          error={errorOf(refusals, 'scope')}
        />
        <Select
          name="expiresInDays"
          label="Works for"
          options={LIVES}
          placeholder={null}
          defaultValue={values['expiresInDays'] ?? '90'}
          error={errorOf(refusals, 'expiresInDays')}
        />
        <div>
          <SubmitButton>Make the token</SubmitButton>
        </div>
      </form>
    </div>
  )
}
