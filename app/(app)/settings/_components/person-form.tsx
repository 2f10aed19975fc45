'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { Select } from '#app/_ui/select.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { UnsavedGuard } from '#app/_ui/unsaved-guard.tsx'
import { addPersonAction } from './people-actions.ts'
import { ROLE_OPTIONS } from './role-options.ts'
import { ShownOnce } from './shown-once.tsx'
import { TeamChoices } from './team-choices.tsx'

/** Adds a person; their link is shown once, to be handed over. */
export function PersonForm({ teams }: { teams: { slug: string; name: string }[] }) {
  const [state, send] = useActionState(addPersonAction, FRESH_FORM)
  const { refusals, values, result } = state
  return (
    <div className="flex flex-col gap-4">
      {result?.['link'] && (
        <ShownOnce title={`Link for ${result['name'] ?? 'them'}`} secret={result['link']}>
          Hand it over yourself: it sets their password, works once and for three days, and is not shown again.
        </ShownOnce>
      )}
      <form action={send} className="flex flex-col gap-4">
        <UnsavedGuard />
        <ErrorSummary errors={refusals} />
        <TextInput
          name="name"
          label="Name"
          required
          maxLength={120}
          autoComplete="off"
          defaultValue={values['name']}
          error={errorOf(refusals, 'name')}
        />
        <TextInput
          name="email"
          type="email"
          label="Mail address"
          required
          autoComplete="off"
          defaultValue={values['email']}
          error={errorOf(refusals, 'email')}
        />
        <Select
          name="role"
          label="Role"
          help={<TextLink href="/settings/roles">What each role may do</TextLink>}
          options={ROLE_OPTIONS}
          placeholder={null}
          defaultValue={values['role'] ?? 'member'}
          error={errorOf(refusals, 'role')}
        />
        <TeamChoices
          teams={teams}
          chosen={(values['teams'] ?? '').split('\n')}
          error={refusals.find((refusal) => refusal.field.startsWith('/teams'))}
        />
        <div>
          <SubmitButton>Add the person</SubmitButton>
        </div>
      </form>
    </div>
  )
}
