'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { Select } from '#app/_ui/select.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { UnsavedGuard } from '#app/_ui/unsaved-guard.tsx'
import { concludeAction } from './conclude.ts'

interface Choice {
  value: string
  label: string
}

interface ConcludeFormProps {
  modelId: string
  /** The newest first. */
  revisions: Choice[]
  texts: Choice[]
}

/** Says which text and licence govern a revision, and why. */
export function ConcludeForm({ modelId, revisions, texts }: ConcludeFormProps) {
  const [state, send] = useActionState(concludeAction, FRESH_FORM)
  const { refusals, values } = state
  return (
    <form action={send} className="flex flex-col items-start gap-4 *:w-full">
      <UnsavedGuard />
      <ErrorSummary errors={refusals} />
      <input type="hidden" name="modelId" value={modelId} />
      <Select
        name="revisionId"
        label="Revision"
        placeholder={null}
        required
        options={revisions}
        defaultValue={values['revisionId'] ?? revisions[0]?.value}
        error={errorOf(refusals, 'revisionId')}
      />
      <Select
        name="textSha"
        label="Text that governs"
        placeholder="No text"
        options={texts}
        defaultValue={values['textSha'] ?? ''}
        error={errorOf(refusals, 'textSha')}
        help="A text that is not in this list has to be brought first."
      />
      <TextInput
        name="licenceId"
        label="Licence"
        isOptional
        autoComplete="off"
        placeholder="Apache-2.0"
        defaultValue={values['licenceId']}
        error={errorOf(refusals, 'licenceId')}
        help="Left out, it is what the text is. Neither text nor licence says that nothing governs the revision."
      />
      <TextArea
        name="reason"
        label="What shows it"
        required
        maxLength={2_000}
        defaultValue={values['reason']}
        error={errorOf(refusals, 'reason')}
        help="Kept with your name and the time. What the card declares and what the text was identified as stay beside it; deployments are judged again and keep the text they pinned."
      />
      <div>
        <SubmitButton>Conclude</SubmitButton>
      </div>
    </form>
  )
}
