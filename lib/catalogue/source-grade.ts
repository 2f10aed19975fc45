import type { CatalogueSource } from './dataset-shape.ts'

/** Who speaks in shipped data. Nothing in it is `observed`: that word is kept for what a look of ours has seen. */
export type ShippedGrade = 'announced' | 'reported'

/** Whether the publisher itself speaks at this address; issue threads and discussions at its home are other people speaking. */
export function isPublishersOwn(url: string | null, homes: readonly string[]): boolean {
  if (!url || /\/(issues|discussions|pull|pulls)(\/|$)/.test(url)) return false
  return homes.some((home) => url === home || url.startsWith(home.endsWith('/') ? home : `${home}/`))
}

/** `announced` as soon as one of the sources is the publisher's own document, else `reported`. */
export function gradeOfSources(
  refs: readonly string[],
  sources: Readonly<Record<string, CatalogueSource>>,
  homes: readonly string[],
): ShippedGrade {
  const announced = refs.some((ref) => {
    const source = sources[ref]
    // "third-party" marks somebody else's reading, even where its address is the publisher's page.
    return source?.kind === 'upstream' && isPublishersOwn(source.url, homes)
  })
  return announced ? 'announced' : 'reported'
}
