'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { signInAction } from './sign-in.ts'

/** Mail address and password. */
export function SignInForm({ to }: { to: string }) {
  const [state, send] = useActionState(signInAction, FRESH_FORM)
  return (
    <form action={send} className="flex flex-col gap-4">
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="to" value={to} />
      <TextInput
        name="email"
        type="email"
        label="Mail address"
        autoComplete="username"
        required
        defaultValue={state.values['email']}
        error={errorOf(state.refusals, 'email')}
      />
      <TextInput
        name="password"
        type="password"
        label="Password"
        autoComplete="current-password"
        required
        error={errorOf(state.refusals, 'password')}
      />
      <SubmitButton>Sign in</SubmitButton>
    </form>
  )
}
