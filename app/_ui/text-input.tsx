import type { ComponentPropsWithoutRef } from 'react'
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts'
import { Field, type FieldProps } from './field.tsx'

type TextInputProps = FieldProps & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'id' | 'className'>

/** One line of text, a number or a day, with everything a field needs. */
export function TextInput({ name, label, help, error, isOptional, ...input }: TextInputProps) {
  return (
    <Field name={name} label={label} help={help} error={error} isOptional={isOptional}>
      {(control) => (
        <input name={name} type="text" {...input} {...control} className={`${CONTROL} ${CONTROL_HEIGHT}`} />
      )}
    </Field>
  )
}
