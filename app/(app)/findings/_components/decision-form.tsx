'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { UnsavedGuard } from '#app/_ui/unsaved-guard.tsx'
import { decideAction } from './decide.ts'

interface DecisionFormProps {
  findingId: string
  /** The finding stands and nobody has said anything since it does. */
  isFirst: boolean
}

/** Says what one concludes about a finding. */
export function DecisionForm({ findingId, isFirst }: DecisionFormProps) {
  const [state, send] = useActionState(decideAction, FRESH_FORM)
  return (
    <form action={send} className="flex flex-col items-start gap-4">
      <UnsavedGuard />
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="findingId" value={findingId} />
      <div className="w-full">
        <TextArea
          name="comment"
          label="What you conclude, and why"
          defaultValue={state.values['comment']}
          error={errorOf(state.refusals, 'comment')}
          help={
            isFirst
              ? 'It is kept with your name and the time, and cannot be taken back. The finding leaves the list of those nobody has decided on; it stays open, and the verdict stays, until the cause is gone.'
              : 'It is kept with your name and the time, and cannot be taken back. The finding and the verdict stay as they are.'
          }
        />
      </div>
      <SubmitButton>Put this on record</SubmitButton>
    </form>
  )
}
