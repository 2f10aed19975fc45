import type { z } from 'zod'
import { type CatalogueDataset, type CatalogueEntry, catalogueShape } from './dataset-shape.ts'

export type { CatalogueDataset, CatalogueEntry, Confidence } from './dataset-shape.ts'

const SHOWN = 20

/** A shipped data set that cannot be trusted: every problem with the place where it stands. */
export class InvalidDataset extends Error {
  readonly problems: readonly string[]

  constructor(dataset: string, problems: readonly string[]) {
    const more = problems.length > SHOWN ? `\n… and ${problems.length - SHOWN} more` : ''
    super(`${dataset} cannot be loaded:\n${problems.slice(0, SHOWN).join('\n')}${more}`)
    this.name = 'InvalidDataset'
    this.problems = problems
  }
}

/** Reads the shipped catalogue; throws `InvalidDataset` naming every field that is wrong and every reference that leads nowhere. */
export function readCatalogueDataset(json: unknown): CatalogueDataset {
  const dataset = readShape(catalogueShape, json, 'The catalogue')
  const problems = danglingReferences(dataset)
  if (problems.length > 0) throw new InvalidDataset('The catalogue', problems)
  return dataset
}

/** What an entry is called in its registry: the repository on the hub, or the provider's model id. */
export function entryRef(entry: CatalogueEntry): string {
  return entry.weights === 'open' ? entry.repo_id : entry.api_model_id
}

/** Reads JSON by its shape; throws `InvalidDataset` with one line per problem. */
export function readShape<S extends z.ZodType>(shape: S, json: unknown, dataset: string): z.output<S> {
  const read = shape.safeParse(json)
  if (read.success) return read.data
  throw new InvalidDataset(
    dataset,
    read.error.issues.map((issue) => `${issue.path.map(String).join('.') || '(whole file)'}: ${issue.message}`),
  )
}

function danglingReferences(dataset: CatalogueDataset): string[] {
  const problems: string[] = []
  const refs = new Set<string>()
  for (const entry of dataset.entries) {
    const ref = entryRef(entry)
    if (refs.has(ref)) problems.push(`${ref}: named twice`)
    refs.add(ref)
  }
  for (const entry of dataset.entries) {
    const ref = entryRef(entry)
    for (const key of new Set([...Object.values(entry.sources).flat(), ...entry.licence.sources])) {
      if (!(key in dataset.sources)) problems.push(`${ref}: source "${key}" is not in the table of sources`)
    }
    const licence = entry.licence.id
    // A service has terms of contract, not a licence on weights: no row for these on purpose.
    if (licence && licence !== 'service-terms' && !(licence in dataset.licence_ids)) {
      problems.push(`${ref}: licence "${licence}" is not in the table of licences`)
    }
    if (Boolean(entry.release_date) !== Boolean(entry.release_date_precision)) {
      problems.push(`${ref}: a release date needs a precision, and a precision a date`)
    }
    if (entry.weights === 'open') {
      const unknown = entry.closed_counterparts.find((counterpart) => !refs.has(counterpart.api_model_id))
      if (unknown) problems.push(`${ref}: counterpart "${unknown.api_model_id}" is not in the catalogue`)
    } else if (entry.counterpart.repo_id && !refs.has(entry.counterpart.repo_id)) {
      problems.push(`${ref}: counterpart "${entry.counterpart.repo_id}" is not in the catalogue`)
    }
  }
  return problems
}
