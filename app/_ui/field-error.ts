import { fieldId } from './field-id.ts'

/** What a form needs of a refusal; `Refusal` of lib/shared/outcome.ts fits as it is. */
export interface FieldError {
  field: string
  message: string
  remedy: string
}

/** The first refusal that names a control. */
export function errorOf(errors: readonly FieldError[], name: string): FieldError | undefined {
  return errors.find((error) => fieldId(error.field) === fieldId(name))
}
