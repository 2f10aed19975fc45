'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { UnsavedGuard } from '#app/_ui/unsaved-guard.tsx'
import { concludeAction } from './reading-actions.ts'
import type { TermChoice } from './term-choice.ts'
import { TermFields } from './term-fields.tsx'

interface ConcludeFormProps {
  sha: string
  choices: readonly TermChoice[]
  needsSecondPerson: boolean
  /** Deployments the person may see that are pinned to this text. */
  deployments: number | null
}

function effectOf({ choices, needsSecondPerson, deployments }: ConcludeFormProps): string {
  const what = choices.length === 1 ? 'this term' : `these ${choices.length} terms`
  if (needsSecondPerson) return `Conclude ${what}: it counts once a second person agrees`
  if (deployments === null || deployments === 0) return `Conclude ${what}`
  return `Conclude ${what}: ${deployments.toLocaleString('en')} ${deployments === 1 ? 'deployment is' : 'deployments are'} judged again`
}

/** Concludes terms of a text, prefilled from what lies on record. */
export function ConcludeForm(props: ConcludeFormProps) {
  const { sha, choices } = props
  const [state, send] = useActionState(concludeAction, FRESH_FORM)
  const labels = Object.fromEntries(
    choices.flatMap((choice, at) =>
      ['term', 'value', 'section', 'words', 'confidence', 'start', 'end'].map((part) => [
        `terms.${at}.${part}`,
        choice.question,
      ]),
    ),
  )
  return (
    <form action={send} className="flex flex-col gap-6">
      <UnsavedGuard />
      <ErrorSummary errors={state.refusals} labels={labels} />
      <input type="hidden" name="text" value={sha} />
      {choices.map((choice, at) => (
        <TermFields key={choice.term} choice={choice} at={at} state={state} />
      ))}
      <TextArea
        name="reason"
        label="Why you read it so"
        required
        help="Kept with your name and the time. The machine’s reading stays beside yours."
        defaultValue={state.values['reason']}
        error={errorOf(state.refusals, 'reason')}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{effectOf(props)}</SubmitButton>
        <TextLink href={`/licences/texts/${sha}/terms`}>Leave it as it is</TextLink>
      </div>
    </form>
  )
}
