import { CircleAlert } from 'lucide-react'
import type { FieldError } from './field-error.ts'

/** What is wrong with a control and what to do about it. */
export function FieldErrorLine({ id, error }: { id: string; error: FieldError }) {
  return (
    <p id={id} className="flex gap-1.5 text-sm text-deny">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={2} />
      <span>
        {error.message} <span className="text-ink">{error.remedy}</span>
      </span>
    </p>
  )
}
