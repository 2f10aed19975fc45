'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { Select } from '#app/_ui/select.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { opinionAction } from './reading-actions.ts'

interface OpinionFormProps {
  readingId: string
  author: string
  /** It does not count before somebody agrees. */
  isWaiting: boolean
}

/** Says, as a second person, whether somebody's reading is right. */
export function OpinionForm({ readingId, author, isWaiting }: OpinionFormProps) {
  const [state, send] = useActionState(opinionAction, FRESH_FORM)
  const { refusals, values } = state
  return (
    <form action={send} className="mt-3 flex flex-col gap-3">
      <ErrorSummary errors={refusals} />
      <input type="hidden" name="readingId" value={readingId} />
      <Select
        name="agrees"
        label={`Is ${author}’s reading right?`}
        options={[
          { value: 'yes', label: isWaiting ? 'I agree: it counts from now on' : 'I agree' },
          { value: 'no', label: isWaiting ? 'I disagree: it goes on waiting' : 'I disagree: it stays as it is' },
        ]}
        defaultValue={values['agrees']}
        error={errorOf(refusals, 'agrees')}
      />
      <TextArea
        name="comment"
        label="What you found"
        rows={2}
        required
        help="You say so once; it is kept with your name."
        defaultValue={values['comment']}
        error={errorOf(refusals, 'comment')}
      />
      <div>
        <SubmitButton variant="secondary">Put this on record</SubmitButton>
      </div>
    </form>
  )
}
