'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { publishAction } from './publish.ts'

/** Publishes a finished week; a refusal says why it has to wait. */
export function PublishForm({ week, size }: { week: string; size?: 'small' | undefined }) {
  const [state, send] = useActionState(publishAction, FRESH_FORM)
  return (
    <form action={send} className="flex flex-col items-start gap-2">
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="week" value={week} />
      <SubmitButton size={size} variant={size === 'small' ? 'secondary' : 'primary'}>
        {`Publish ${week} for good`}
      </SubmitButton>
    </form>
  )
}
