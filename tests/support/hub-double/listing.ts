import { type Answer, json } from './answer.ts'
import { cardDataOf, tagsOf } from './card.ts'
import { describeModel } from './descriptions.ts'
import type { Organisation } from './organisation.ts'
import { type DoubleRepository, headOf } from './repository.ts'

export interface PageSizes {
  models: number
  tree: number
  commits: number
}

/** `GET /api/models`: filtered, sorted descending, paged by an opaque cursor in `Link`. */
export function listModels(org: Organisation, url: URL, mostPerPage: number, seesPrivate: boolean): Answer {
  const params = url.searchParams
  const author = params.get('author')
  const filters = params.getAll('filter')
  const keyOf = sortKey(params.get('sort'))
  const cursor = params.get('cursor')
  const after = cursor === null ? null : Buffer.from(cursor, 'base64url').toString('utf8')
  const found = org
    .repositories()
    .filter((item) => !item.isRemoved && (seesPrivate || !item.isPrivate))
    .filter((item) => author === null || item.name.startsWith(`${author}/`))
    .filter((item) => {
      const tags = tagsOf(cardDataOf(headOf(item)), item.pipelineTag, item.libraryName)
      return filters.every((filter) => tags.includes(filter))
    })
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? 1 : -1))
    .filter(({ key }) => after === null || key < after)
  const page = found.slice(0, Math.min(Number(params.get('limit') ?? 1000) || 1000, mostPerPage))
  const last = page.at(-1)
  const expand = expandOf(url)
  const models = page.map(({ item }) => describeModel(item, headOf(item), expand))
  return json(
    models,
    last && page.length < found.length ? nextHeader(url, Buffer.from(last.key).toString('base64url')) : {},
  )
}

/** One page of a list that is addressed by offset, with `Link` to the next. */
export function slicePage(url: URL, items: unknown[], size: number, headers: Record<string, string>): Answer {
  const offset = Number(url.searchParams.get('cursor') ?? 0) || 0
  const next = offset + size < items.length ? nextHeader(url, String(offset + size)) : {}
  return json(items.slice(offset, offset + size), { ...headers, ...next })
}

/** Both spellings of `expand`. */
export function expandOf(url: URL): string[] {
  return [...url.searchParams.getAll('expand'), ...url.searchParams.getAll('expand[]')]
}

function nextHeader(url: URL, cursor: string): { link: string } {
  const next = new URL(url)
  next.searchParams.set('cursor', cursor)
  return { link: `<${next.href}>; rel="next"` }
}

function sortKey(sort: string | null): (item: DoubleRepository) => string {
  if (sort === 'createdAt') return (item) => `${item.createdAt} ${item.name}`
  if (sort === 'id') return (item) => item.name
  return (item) => `${headOf(item).at} ${item.name}`
}
