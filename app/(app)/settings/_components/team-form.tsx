'use client'

import { useActionState } from 'react'
import { Banner } from '#app/_ui/banner.tsx'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { createTeamAction } from './people-actions.ts'

/** Creates a team. */
export function TeamForm() {
  const [state, send] = useActionState(createTeamAction, FRESH_FORM)
  const { refusals, values, result } = state
  return (
    <form action={send} className="flex flex-col gap-4">
      {result !== null && <Banner kind="note">{`Team ${result['slug'] ?? ''} stands. Put people in it.`}</Banner>}
      <ErrorSummary errors={refusals} />
      <TextInput
        name="name"
        label="Name"
        required
        maxLength={120}
        defaultValue={values['name']}
        error={errorOf(refusals, 'name')}
      />
      <TextInput
        name="slug"
        label="Slug"
        required
        maxLength={63}
        help="Stands in addresses and in the API and never changes: lower-case letters, digits and inner hyphens."
        defaultValue={values['slug']}
        error={errorOf(refusals, 'slug')}
      />
      <div>
        <SubmitButton>Create the team</SubmitButton>
      </div>
    </form>
  )
}
