import type { ComponentPropsWithoutRef } from 'react'
import type { FieldProps } from './field.tsx'
import { FieldErrorLine } from './field-error-line.tsx'
import { fieldId } from './field-id.ts'

type CheckboxProps = FieldProps &
  Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'id' | 'type' | 'className'>

/** One yes or no, its label beside it. */
export function Checkbox({ name, label, help, error, isOptional: _, ...input }: CheckboxProps) {
  const id = fieldId(name)
  const describedBy = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  return (
    <div className="flex max-w-xl flex-col gap-1">
      <label className="inline-flex min-h-6 items-start gap-2 self-start pointer-coarse:min-h-11 pointer-coarse:items-center">
        <input
          id={id}
          name={name}
          type="checkbox"
          {...input}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
          className="mt-0.5 size-4 shrink-0 accent-accent pointer-coarse:mt-0"
        />
        <span>{label}</span>
      </label>
      {error && <FieldErrorLine id={`${id}-error`} error={error} />}
      {help && (
        <div id={`${id}-help`} className="ps-6 text-sm text-muted">
          {help}
        </div>
      )}
    </div>
  )
}
