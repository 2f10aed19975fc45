'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { setUpAction } from './set-up.ts'

/** Name, mail address and password of the first administrator. */
export function SetUpForm({ link }: { link: string }) {
  const [state, send] = useActionState(setUpAction, FRESH_FORM)
  const error = (name: string) => errorOf(state.refusals, name)
  return (
    <form action={send} className="flex flex-col gap-4">
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="link" value={link} />
      <TextInput
        name="name"
        label="Your name"
        autoComplete="name"
        required
        defaultValue={state.values['name']}
        error={error('name')}
      />
      <TextInput
        name="email"
        type="email"
        label="Mail address"
        autoComplete="username"
        required
        defaultValue={state.values['email']}
        error={error('email')}
      />
      <TextInput
        name="password"
        type="password"
        label="Password"
        help="At least 12 characters; a sentence is easy to remember."
        autoComplete="new-password"
        required
        error={error('password')}
      />
      <SubmitButton>Make me administrator</SubmitButton>
    </form>
  )
}
