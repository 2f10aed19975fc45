'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { proposeAction } from './reading-actions.ts'

/** Has the patterns read a text. */
export function ProposeForm({ sha }: { sha: string }) {
  const [state, send] = useActionState(proposeAction, FRESH_FORM)
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="text" value={sha} />
      <SubmitButton variant="secondary">Propose terms by patterns: nothing is decided</SubmitButton>
    </form>
  )
}
