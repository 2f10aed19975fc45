/** The id of a control by its name or by a JSON Pointer into the same input: `revision.value` and `/revision/value` are one. */
export function fieldId(field: string): string {
  return `field-${field.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '')}`
}
