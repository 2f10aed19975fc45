'use client'

import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { FieldError } from './field-error.ts'
import { fieldId } from './field-id.ts'
import { words } from './words.ts'

interface ErrorSummaryProps {
  errors: readonly FieldError[]
  /** What the controls are called, by name: said before each refusal where a form has more fields than one keeps in mind. */
  labels?: Readonly<Record<string, string>> | undefined
}

/** All refusals of a form at its top, each leading to its control. Takes the focus when it appears or changes. */
export function ErrorSummary({ errors, labels = {} }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className="max-w-xl rounded border border-deny/60 bg-surface p-4">
      <p className="flex items-center gap-2 font-medium">
        <CircleAlert aria-hidden className="size-4 shrink-0 text-deny" strokeWidth={2} />
        {words.form.problems(errors.length)}
      </p>
      <ul className="mt-2 flex flex-col gap-1 ps-6 text-sm">
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`} className="min-h-6">
            {error.field === '' ? (
              error.message
            ) : (
              <a href={`#${fieldId(error.field)}`} className="text-deny underline underline-offset-3">
                {labelOf(labels, error.field)}
                {error.message}
              </a>
            )}{' '}
            <span className="text-muted">{error.remedy}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function labelOf(labels: Readonly<Record<string, string>>, field: string): string {
  const label = Object.entries(labels).find(([name]) => fieldId(name) === fieldId(field))?.[1]
  return label === undefined ? '' : `${label}: `
}
