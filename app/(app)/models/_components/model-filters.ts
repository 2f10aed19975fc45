import type { ListFilter } from '#app/_ui/list-filters.tsx'
import type { ModelChoices } from '#lib/catalogue/queries/models.ts'
import type { ModelView } from '#lib/catalogue/schema.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { stateText } from '../../_components/model-list-row.ts'

const KINDS = [
  { value: 'weights', label: 'With weights' },
  { value: 'api_only', label: 'API only' },
  { value: 'own_build', label: 'Own builds' },
]

/** The choices of each filter, only those some model has, and what is chosen. */
export function modelFilters(view: ModelView, choices: ModelChoices): ListFilter[] {
  const licences = choices.licences.map((id) => ({ value: id, label: licenceName(id) }))
  return [
    {
      name: 'family',
      label: 'Family',
      all: 'All families',
      value: view.family ?? '',
      options: choices.families.map((name) => ({ value: name, label: name })),
    },
    {
      name: 'licence',
      label: 'Licence',
      all: 'All licences',
      value: view.licence ?? '',
      options: [...licences, ...(choices.hasNoLicence ? [{ value: 'none', label: 'No licence known' }] : [])],
    },
    { name: 'kind', label: 'Kind', all: 'All kinds', value: view.kind ?? '', options: KINDS },
    {
      name: 'state',
      label: 'At the hub',
      all: 'Any state',
      value: view.state ?? '',
      options: [...choices.states, 'unseen'].map((state) => ({ value: state, label: stateText(state) })),
    },
    {
      name: 'mismatch',
      label: 'Declaration and text',
      all: 'Whether or not they agree',
      value: view.mismatch ?? '',
      options: [{ value: 'true', label: 'Disagree' }],
    },
  ]
}

/** The filters in force, each with the words it is shown by. */
export function activeFilters(view: ModelView, filters: readonly ListFilter[]): { name: string; label: string }[] {
  const chosen = filters.flatMap((field) => {
    if (field.value === '') return []
    const option = field.options.find((candidate) => candidate.value === field.value)
    return [{ name: field.name, label: `${field.label}: ${option?.label ?? field.value}` }]
  })
  return [
    ...(view.q ? [{ name: 'q', label: `Name contains “${view.q}”` }] : []),
    ...(view.publisher ? [{ name: 'publisher', label: `Publisher: ${view.publisher}` }] : []),
    ...chosen,
    ...(view.released ? [{ name: 'released', label: `Released: ${view.released}` }] : []),
  ]
}
