'use client'

import { useActionState } from 'react'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { errorOf } from '#app/_ui/field-error.ts'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { Select } from '#app/_ui/select.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { changeSourceAction } from './change-source.ts'
import { spanOfTime, waitingTime } from './span-of-time.ts'

const INTERVALS = [300, 900, 1_800, 3_600, 21_600, 43_200, 86_400, 604_800]
const WAITS = [0, 900, 3_600, 21_600, 86_400, 259_200, 604_800]

interface SourceSettingsFormProps {
  id: string
  interval: number
  confirmAfter: number
  isPaused: boolean
}

/** How often a source is looked at, how long doubtful changes wait, and whether it is watched. */
export function SourceSettingsForm({ id, interval, confirmAfter, isPaused }: SourceSettingsFormProps) {
  const [state, send] = useActionState(changeSourceAction, FRESH_FORM)
  return (
    <form action={send} className="flex flex-col gap-4">
      <ErrorSummary errors={state.refusals} />
      <input type="hidden" name="id" value={id} />
      <Select
        name="interval"
        label="Look every"
        help="From the beginning of one look to that of the next. A quiet look costs one request for a hundred repositories."
        placeholder={null}
        defaultValue={String(interval)}
        options={optionsOf(INTERVALS, interval, spanOfTime)}
        error={errorOf(state.refusals, 'interval')}
      />
      <Select
        name="confirmAfter"
        label="Doubtful changes wait"
        help="A repository, licence or weights that seem gone are only suspected to be until a look at least this much later finds the same."
        placeholder={null}
        defaultValue={String(confirmAfter)}
        options={optionsOf(WAITS, confirmAfter, waitingTime)}
        error={errorOf(state.refusals, 'confirmAfter')}
      />
      <Checkbox
        name="isPaused"
        label="Pause: look only when somebody asks"
        defaultChecked={isPaused}
        help="What is shown of this source then grows stale, and says so."
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>Save</SubmitButton>
        <span role="status" className="text-sm text-muted">
          {state.result === null ? '' : 'Saved.'}
        </span>
      </div>
    </form>
  )
}

/** The usual choices, and the present one where it is another. */
function optionsOf(usual: readonly number[], now: number, say: (seconds: number) => string) {
  const all = usual.includes(now) ? usual : [...usual, now].sort((a, b) => a - b)
  return all.map((seconds) => ({ value: String(seconds), label: say(seconds) }))
}
