import { words } from '#app/_ui/words.ts'
import type { ChangeFilter } from '#lib/upstream/schema.ts'
import { STATUS_WORDS } from '#lib/upstream/sentences.en.ts'

/** The filters in force, each with the words it is shown by. */
export function activeFilters(filter: ChangeFilter, modelName: string | null): { name: string; label: string }[] {
  const { kind, status, grade, model, publisher, week, from, to, cards } = filter
  return [
    ...(kind ? [{ name: 'kind', label: words.change[kind] }] : []),
    ...(status ? [{ name: 'status', label: STATUS_WORDS[status] }] : []),
    ...(grade ? [{ name: 'grade', label: words.grade[grade] }] : []),
    ...(model ? [{ name: 'model', label: modelName ?? model }] : []),
    ...(publisher ? [{ name: 'publisher', label: `by ${publisher}` }] : []),
    ...(week ? [{ name: 'week', label: week }] : []),
    ...(from ? [{ name: 'from', label: `from ${from}` }] : []),
    ...(to ? [{ name: 'to', label: `to ${to}` }] : []),
    ...(cards === 'true' && !kind ? [{ name: 'cards', label: 'Model cards as well' }] : []),
  ]
}
