import { HubError } from '#lib/upstream/hub-client.ts'

const NAME = /^[\w.-]{1,96}(\/[\w.-]{1,96})?$/

/** What the list is asked for. Counters are left out: they change constantly and nothing is judged by them. */
const LIST_FIELDS = [
  'sha',
  'lastModified',
  'createdAt',
  'private',
  'gated',
  'disabled',
  'tags',
  'cardData',
  'pipeline_tag',
  'library_name',
  'safetensors',
  'usedStorage',
]
const DETAIL_FIELDS = [...LIST_FIELDS, 'siblings']

export interface HubAddresses {
  origin: string
  list(owner: string, page: { cursor?: string; limit: number }): URL
  model(name: string): URL
  revision(name: string, revision: string): URL
  tree(name: string, commit: string): URL
  commits(name: string, limit: number): URL
  file(name: string, commit: string, path: string): URL
}

/** Writes the addresses of a hub's read endpoints; refuses names that would lead elsewhere on it. */
export function hubAddresses(endpoint: string): HubAddresses {
  const base = endpoint.replace(/\/+$/, '')
  const { origin } = new URL(base)
  const modelsPath = new URL(`${base}/api/models`).pathname
  const api = (name: string, rest = '') => new URL(`${base}/api/models/${encodedName(base, name)}${rest}`)
  return {
    origin,
    list(owner, page) {
      if (page.cursor !== undefined) return resumed(page.cursor, origin, modelsPath)
      const url = new URL(`${base}/api/models`)
      url.searchParams.set('author', owner)
      // By creation, because that order stays put while pages are read; by change, a moving item slips between pages.
      url.searchParams.set('sort', 'createdAt')
      url.searchParams.set('limit', String(page.limit))
      return expanded(url, LIST_FIELDS)
    },
    model: (name) => expanded(api(name), DETAIL_FIELDS),
    revision: (name, revision) => expanded(api(name, `/revision/${encodeURIComponent(revision)}`), DETAIL_FIELDS),
    tree: (name, commit) => api(name, `/tree/${encodeURIComponent(commit)}?recursive=true&expand=false`),
    commits: (name, limit) => api(name, `/commits/main?limit=${limit}`),
    file(name, commit, path) {
      const segments = path.split('/')
      if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
        throw unasked('file_not_found', `${path} is not a file path.`, base)
      }
      const encodedPath = segments.map(encodeURIComponent).join('/')
      return new URL(`${base}/${encodedName(base, name)}/resolve/${encodeURIComponent(commit)}/${encodedPath}`)
    },
  }
}

function encodedName(base: string, name: string): string {
  const segments = name.split('/')
  if (!NAME.test(name) || segments.some((segment) => segment === '.' || segment === '..')) {
    throw unasked('not_found', `${name} is not a repository name.`, base)
  }
  return name
}

/** A cursor was stored by somebody else meanwhile, so it is held against the hub again. */
function resumed(cursor: string, origin: string, modelsPath: string): URL {
  const url = URL.canParse(cursor, origin) ? new URL(cursor, origin) : undefined
  if (url?.origin !== origin || url.pathname !== modelsPath) {
    throw unasked('refused_address', 'The cursor does not lead to a list of this hub.', origin)
  }
  return url
}

function expanded(url: URL, fields: string[]): URL {
  for (const field of fields) url.searchParams.append('expand', field)
  return url
}

function unasked(kind: 'not_found' | 'file_not_found' | 'refused_address', message: string, url: string): HubError {
  return new HubError(kind, message, { url, requests: 0 })
}
