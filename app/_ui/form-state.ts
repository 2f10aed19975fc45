import type { FieldError } from './field-error.ts'

/** What a form shows after it was sent. `values` are what was typed, so that nothing is lost on a refusal. */
export interface FormState {
  refusals: readonly (FieldError & { rule: string })[]
  values: Record<string, string>
  /** Something the page shows once, such as a new link. */
  result: Record<string, string> | null
}

/** A form nobody has sent yet. */
export const FRESH_FORM: FormState = { refusals: [], values: {}, result: null }
