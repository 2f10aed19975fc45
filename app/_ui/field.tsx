import type { ReactNode } from 'react'
import type { FieldError } from './field-error.ts'
import { FieldErrorLine } from './field-error-line.tsx'
import { fieldId } from './field-id.ts'
import { words } from './words.ts'

export interface FieldProps {
  name: string
  label: string
  /** What belongs here and where a prefilled value came from. */
  help?: ReactNode
  error?: FieldError | undefined
  isOptional?: boolean | undefined
}

/** The attributes that tie a control to its label, help and error. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label above, control, help below, error beside it. */
export function Field({
  name,
  label,
  help,
  error,
  isOptional,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = fieldId(name)
  const describedBy = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  return (
    <div className="flex max-w-xl min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
        {isOptional && <span className="font-normal text-muted"> ({words.form.optional})</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
      {error && <FieldErrorLine id={`${id}-error`} error={error} />}
      {help && (
        <div id={`${id}-help`} className="text-sm text-muted">
          {help}
        </div>
      )}
    </div>
  )
}
