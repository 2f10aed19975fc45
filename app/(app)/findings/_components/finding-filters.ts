import type { ListFilter } from '#app/_ui/list-filters.tsx'
import type { TeamRow } from '#lib/auth/queries/people.ts'
import type { FindingFilter } from '#lib/policy/schema.ts'
import { SEVERITY_WORDS } from '#lib/policy/sentences.en.ts'

/** The filters that are chosen from lists. */
export function findingFilters(
  view: FindingFilter,
  rules: readonly { id: string; title: string }[],
  teams: readonly TeamRow[],
): ListFilter[] {
  return [
    {
      name: 'severity',
      label: 'Severity',
      all: 'Any severity',
      value: view.severity ?? '',
      options: Object.entries(SEVERITY_WORDS).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'rule',
      label: 'Rule',
      all: 'All rules',
      value: view.rule ?? '',
      options: rules.map((rule) => ({ value: rule.id, label: rule.title })),
    },
    {
      name: 'team',
      label: 'Team',
      all: 'All teams',
      value: view.team ?? '',
      options: teams.map((team) => ({ value: team.slug, label: team.name })),
    },
    {
      name: 'state',
      label: 'State',
      all: 'Open',
      value: view.state === 'open' ? '' : view.state,
      options: [
        { value: 'closed', label: 'Closed' },
        { value: 'all', label: 'Open and closed' },
      ],
    },
    {
      name: 'decided',
      label: 'Decision',
      all: 'Decided or not',
      value: view.decided ?? '',
      options: [
        { value: 'no', label: 'Nobody has decided' },
        { value: 'yes', label: 'Decided' },
      ],
    },
  ]
}

/** The filters in force, each with the words it is shown by. */
export function activeFilters(view: FindingFilter, filters: readonly ListFilter[]): { name: string; label: string }[] {
  const chosen = filters.flatMap(({ name, label, value, options }) => {
    if (value === '') return []
    return [{ name, label: `${label}: ${options.find((option) => option.value === value)?.label ?? value}` }]
  })
  return [
    ...(view.q ? [{ name: 'q', label: `Contains “${view.q}”` }] : []),
    ...(view.model ? [{ name: 'model', label: `Model: ${view.model}` }] : []),
    ...(view.deployment ? [{ name: 'deployment', label: 'One deployment' }] : []),
    ...chosen,
  ]
}
