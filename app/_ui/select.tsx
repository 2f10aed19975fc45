import { ChevronDown } from 'lucide-react'
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts'
import { Field, type FieldProps } from './field.tsx'
import { words } from './words.ts'

interface SelectProps extends FieldProps {
  options: readonly { value: string; label: string }[]
  defaultValue?: string | undefined
  required?: boolean | undefined
  /** What stands there before a choice; null when there is always one. */
  placeholder?: string | null | undefined
}

/** One of a few: the browser's own list. */
export function Select({
  options,
  defaultValue = '',
  required,
  placeholder = words.form.choose,
  ...field
}: SelectProps) {
  return (
    <Field {...field}>
      {(control) => (
        <span className="relative block">
          <select
            // React keeps the choice of a list across an answer only when the list is made anew.
            key={defaultValue}
            name={field.name}
            defaultValue={defaultValue}
            required={required}
            {...control}
            className={`${CONTROL} ${CONTROL_HEIGHT} appearance-none pe-9`}
          >
            {placeholder !== null && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-muted"
          />
        </span>
      )}
    </Field>
  )
}
