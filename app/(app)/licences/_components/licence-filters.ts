import type { ListFilter } from '#app/_ui/list-filters.tsx'
import type { LicenceFilter } from '#lib/licences/licence-view.ts'

/** The words of each verdict, for choices and facts. */
export const VERDICT_CHOICES = [
  { value: 'MATCH', label: 'MATCH: all of its words' },
  { value: 'CONTAINS', label: 'CONTAINS: with more around' },
  { value: 'PARTIAL', label: 'PARTIAL: a part of it' },
  { value: 'MODIFIED', label: 'MODIFIED: altered' },
] as const

/** The choices of each filter and what is chosen. */
export function licenceFilters(view: LicenceFilter): ListFilter[] {
  return [
    {
      name: 'use',
      label: 'In use',
      all: 'In use or not',
      value: view.use ?? '',
      options: [
        { value: 'deployments', label: 'By some deployment' },
        { value: 'models', label: 'By some model' },
      ],
    },
    {
      name: 'terms',
      label: 'Terms',
      all: 'Read or not',
      value: view.terms ?? '',
      options: [
        { value: 'read', label: 'Read' },
        { value: 'unread', label: 'Not read' },
      ],
    },
    {
      name: 'verdict',
      label: 'Some text is',
      all: 'Any verdict, or no text',
      value: view.verdict ?? '',
      options: [...VERDICT_CHOICES],
    },
  ]
}

/** The filters in force, each with the words it is shown by. */
export function activeLicenceFilters(view: LicenceFilter, filters: readonly ListFilter[]) {
  const chosen = filters.flatMap((field) => {
    const option = field.options.find((candidate) => candidate.value === field.value)
    return option ? [{ name: field.name, label: `${field.label}: ${option.label}` }] : []
  })
  return [...(view.q ? [{ name: 'q', label: `Name or id contains “${view.q}”` }] : []), ...chosen]
}
