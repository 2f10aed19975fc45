import type { CatalogueSource } from '#lib/catalogue/dataset-shape.ts'
import { shippedCatalogue } from '#lib/catalogue/shipped.ts'

export interface NamedSource {
  title: string
  url: string | null
}

// Reading the shipped file takes tens of milliseconds, and it never changes while this runs.
let sources: Readonly<Record<string, CatalogueSource>> | undefined

/** The document a key of the catalogue's table of sources stands for; a key of an older version is its own title. */
export function catalogueSource(ref: string): NamedSource {
  sources ??= shippedCatalogue().sources
  const source = sources[ref]
  if (!source) return { title: ref, url: null }
  const { title, url, repository, path, commit } = source
  const inGit = repository && path && commit ? `https://${repository}/blob/${commit}/${path}` : null
  return { title, url: url ?? inGit }
}
