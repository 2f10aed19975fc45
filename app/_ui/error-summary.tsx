'use client'

import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { FieldError } from './field-error.ts'
import { fieldId } from './field-id.ts'
import { words } from './words.ts'

/** All refusals of a form at its top, each leading to its control. Takes the focus when it appears or changes. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
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
