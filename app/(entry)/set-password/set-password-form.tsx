'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { setPasswordAction } from './set-password.ts'

/** A new password, by link. */
export function SetPasswordForm({ link }: { link: string }) {
  const [state, send] = useActionState(setPasswordAction, FRESH_FORM)
  return (
    <form action={send} className="flex flex-col gap-4">
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="link" value={link} />
      <TextInput
        name="password"
        type="password"
        label="Password"
        help="At least 12 characters; a sentence is easy to remember."
        autoComplete="new-password"
        required
        error={errorOf(state.refusals, 'password')}
      />
      <SubmitButton>Set password and sign in</SubmitButton>
    </form>
  )
}
