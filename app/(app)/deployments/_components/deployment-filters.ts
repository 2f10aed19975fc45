import type { ListFilter } from '#app/_ui/list-filters.tsx'
import type { TeamRow } from '#lib/auth/queries/people.ts'
import type { DeploymentFilter } from '#lib/deployments/schema.ts'
import { ENVIRONMENT_WORDS, USE_WORDS } from '#lib/deployments/sentences.en.ts'
import { licenceName } from '#lib/licences/licence.ts'

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The filters that are chosen from lists. */
export function deploymentFilters(view: DeploymentFilter, teams: readonly TeamRow[]): ListFilter[] {
  return [
    {
      name: 'team',
      label: 'Team',
      all: 'All teams',
      value: view.team ?? '',
      options: teams.map((team) => ({ value: team.slug, label: team.name })),
    },
    {
      name: 'environment',
      label: 'Environment',
      all: 'All environments',
      value: view.environment ?? '',
      options: choices(ENVIRONMENT_WORDS),
    },
    { name: 'use', label: 'Use', all: 'All uses', value: view.use ?? '', options: choices(USE_WORDS) },
    {
      name: 'retired',
      label: 'In use or retired',
      all: 'In use',
      value: view.retired ? 'true' : '',
      options: [{ value: 'true', label: 'Retired' }],
    },
  ]
}

/** The filters in force, each with the words it is shown by. */
export function activeFilters(
  view: DeploymentFilter,
  filters: readonly ListFilter[],
): { name: string; label: string }[] {
  const chosen = filters.flatMap(({ name, label, value, options }) => {
    if (value === '') return []
    return [{ name, label: `${label}: ${options.find((option) => option.value === value)?.label ?? value}` }]
  })
  return [
    ...(view.q ? [{ name: 'q', label: `Contains “${view.q}”` }] : []),
    ...(view.model ? [{ name: 'model', label: `Model: ${view.model}` }] : []),
    ...(view.licence ? [{ name: 'licence', label: `Licence: ${licenceName(view.licence)}` }] : []),
    ...chosen,
  ]
}
