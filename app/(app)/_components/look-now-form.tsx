'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { lookNowAction } from './look-now.ts'
import { RefreshWhile } from './refresh-while.tsx'

/** The button that has a source looked at, and what becomes of it until the look has begun. */
export function LookNowForm({ sourceId, label }: { sourceId: string; label: string }) {
  const [state, send] = useActionState(lookNowAction, FRESH_FORM)
  if (state.result !== null) {
    return (
      <p role="status">
        Asked for. The look begins within seconds; this page follows it.
        <RefreshWhile isActive />
      </p>
    )
  }
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="sourceId" value={sourceId} />
      <SubmitButton>{label}</SubmitButton>
    </form>
  )
}
