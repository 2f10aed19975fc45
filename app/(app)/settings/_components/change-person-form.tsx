'use client'

import { useActionState } from 'react'
import { Banner } from '#app/_ui/banner.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { Select } from '#app/_ui/select.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { UnsavedGuard } from '#app/_ui/unsaved-guard.tsx'
import type { Role } from '#lib/auth/actor.ts'
import { changePersonAction, renewLinkAction } from './people-actions.ts'
import { ROLE_OPTIONS } from './role-options.ts'
import { ShownOnce } from './shown-once.tsx'
import { TeamChoices } from './team-choices.tsx'

interface ChangePersonFormProps {
  person: { id: string; name: string; role: Role; teams: { slug: string }[]; isDisabled: boolean }
  teams: { slug: string; name: string }[]
}

/** A person's role, teams and access, and a new link for a lost password. */
export function ChangePersonForm({ person, teams }: ChangePersonFormProps) {
  const [state, send] = useActionState(changePersonAction, FRESH_FORM)
  const [link, renew] = useActionState(renewLinkAction, FRESH_FORM)
  const { refusals, values, result } = state
  const isKept = refusals.length > 0
  return (
    <div className="flex flex-col gap-6">
      <form action={send} className="flex flex-col gap-4">
        {result !== null && <Banner kind="note">Saved. It holds from their next request on.</Banner>}
        <UnsavedGuard />
        <ErrorSummary errors={refusals} />
        <input type="hidden" name="id" value={person.id} />
        <Select
          name="role"
          label="Role"
          help={<TextLink href="/settings/roles">What each role may do</TextLink>}
          options={ROLE_OPTIONS}
          placeholder={null}
          defaultValue={values['role'] ?? person.role}
          error={errorOf(refusals, 'role')}
        />
        <TeamChoices
          teams={teams}
          chosen={isKept ? (values['teams'] ?? '').split('\n') : person.teams.map((team) => team.slug)}
          error={refusals.find((refusal) => refusal.field.startsWith('/teams'))}
        />
        <Checkbox
          key={String(isKept ? values['isDisabled'] : person.isDisabled)}
          name="isDisabled"
          label="May not sign in"
          help="Ends their sessions and their tokens at once. What they did stays on record under their name."
          defaultChecked={isKept ? values['isDisabled'] === 'on' : person.isDisabled}
        />
        <div>
          <SubmitButton>{`Save for ${person.name}`}</SubmitButton>
        </div>
      </form>
      <form action={renew} className="flex flex-col items-start gap-3 border-t pt-4">
        <ErrorSummary errors={link.refusals} />
        {link.result?.['link'] && (
          <ShownOnce title={`Link for ${person.name}`} secret={link.result['link']}>
            It sets a new password, works once and for three days, and is not shown again. Earlier links no longer work.
          </ShownOnce>
        )}
        <input type="hidden" name="id" value={person.id} />
        <SubmitButton variant="secondary">Make a new password link</SubmitButton>
      </form>
    </div>
  )
}
