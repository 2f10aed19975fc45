'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { Select } from '#app/_ui/select.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { UnsavedGuard } from '#app/_ui/unsaved-guard.tsx'
import { concludeComparisonAction } from './conclude.ts'

interface ConclusionFormProps {
  from: string
  to: string
  outcomes: readonly { value: string; label: string }[]
}

/** Closes a comparison: what moving from the earlier text to the later one means for people already using it. */
export function ConclusionForm({ from, to, outcomes }: ConclusionFormProps) {
  const [state, send] = useActionState(concludeComparisonAction, FRESH_FORM)
  return (
    <form action={send} className="flex flex-col items-start gap-4">
      <UnsavedGuard />
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <div className="w-full max-w-md">
        <Select
          name="outcome"
          label="What it means for people already using it"
          options={outcomes}
          defaultValue={state.values['outcome']}
          error={errorOf(state.refusals, 'outcome')}
        />
      </div>
      <div className="w-full">
        <TextArea
          name="reason"
          label="Why"
          defaultValue={state.values['reason']}
          error={errorOf(state.refusals, 'reason')}
          help="It is kept with your name and the time, and cannot be taken back; a later conclusion counts instead. Deployments keep the text they are bound by."
        />
      </div>
      <SubmitButton>Put this on record</SubmitButton>
    </form>
  )
}
