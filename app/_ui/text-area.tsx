import type { ComponentPropsWithoutRef } from 'react'
import { CONTROL } from './control-class.ts'
import { Field, type FieldProps } from './field.tsx'

type TextAreaProps = FieldProps & Omit<ComponentPropsWithoutRef<'textarea'>, keyof FieldProps | 'id' | 'className'>

/** Several lines of text. */
export function TextArea({ name, label, help, error, isOptional, rows = 4, ...area }: TextAreaProps) {
  return (
    <Field name={name} label={label} help={help} error={error} isOptional={isOptional}>
      {(control) => <textarea name={name} rows={rows} {...area} {...control} className={`${CONTROL} py-2`} />}
    </Field>
  )
}
