'use client'

import { useActionState } from 'react'
import { Banner } from '#app/_ui/banner.tsx'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { setReadingRuleAction } from './reading-rule-actions.ts'

/** Turns the second pair of eyes on or off for readings to come. */
export function ReadingRuleForm({ needsSecondPerson }: { needsSecondPerson: boolean }) {
  const [state, send] = useActionState(setReadingRuleAction, FRESH_FORM)
  return (
    <form action={send} className="flex flex-col gap-4">
      {state.result !== null && <Banner kind="note">It holds for every reading concluded from now on.</Banner>}
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="needsSecondPerson" value={needsSecondPerson ? 'no' : 'yes'} />
      <TextArea
        name="reason"
        label="Why"
        rows={2}
        required
        help="Kept with your name. Readings on record keep the rule they were concluded under."
        defaultValue={state.values['reason']}
        error={errorOf(state.refusals, 'reason')}
      />
      <div>
        <SubmitButton variant="secondary">
          {needsSecondPerson ? 'Let one person’s reading count from now on' : 'Ask for a second person from now on'}
        </SubmitButton>
      </div>
    </form>
  )
}
