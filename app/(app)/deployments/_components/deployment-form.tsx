'use client'

import { type ReactNode, useActionState, useState } from 'react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { type FormState, FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { UnsavedGuard } from '#app/_ui/unsaved-guard.tsx'
import { FORM_LABELS } from '#lib/deployments/sentences.en.ts'
import { EditConflict } from './edit-conflict.tsx'
import { PlaceFields } from './place-fields.tsx'
import { RunningFields } from './running-fields.tsx'

interface DeploymentFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** What the fields hold before anything was typed. */
  values: Record<string, string>
  /** Teams one may register for; an edit stays with its team. */
  teams: readonly { value: string; label: string }[]
  /** The version an edit begins from; absent when registering. */
  edits?: { id: string; version: number } | undefined
  submit: string
  cancelHref: string
}

/** Everything a deployment says of itself, for registering and for editing. */
export function DeploymentForm({ action, values, teams, edits, submit, cancelHref }: DeploymentFormProps) {
  const [state, send] = useActionState(action, FRESH_FORM)
  const [kind, setKind] = useState(values['revision.kind'] ?? 'commit')
  const typed = { ...values, ...state.values }
  const fields = { values: typed, refusals: state.refusals }
  const newest = state.result?.['version']
  return (
    <form
      action={send}
      // One judge of what is wrong, at every door: the server tells all of it at once.
      noValidate
      className="flex flex-col gap-6"
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement && target.name === 'revision.kind') setKind(target.value)
      }}
    >
      <UnsavedGuard />
      <ErrorSummary errors={state.refusals} labels={FORM_LABELS} />
      {edits && newest && <EditConflict id={edits.id} seen={edits.version} result={state.result ?? {}} />}
      {edits && (
        <>
          <input type="hidden" name="id" value={edits.id} />
          <input type="hidden" name="expected" value={newest ?? edits.version} />
        </>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <FieldGroup title="What runs">
          <RunningFields {...fields} revisionKind={kind} />
        </FieldGroup>
        <FieldGroup title="Who runs it, where and for what">
          <PlaceFields {...fields} teams={teams} isTeamFixed={edits !== undefined} />
        </FieldGroup>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton>{newest ? `Save over version ${newest}` : submit}</SubmitButton>
        <ButtonLink href={cancelHref}>Cancel</ButtonLink>
      </div>
    </form>
  )
}

function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 rounded border bg-surface">
      <legend className="float-left w-full border-b px-4 py-3 font-semibold">{title}</legend>
      <div className="clear-both flex flex-col gap-5 p-4">{children}</div>
    </fieldset>
  )
}
