import { type Answer, bytes, json, redirect, refusal } from './answer.ts'
import { describeModel, describeTree } from './descriptions.ts'
import { expandOf, listModels, type PageSizes, slicePage } from './listing.ts'
import type { Organisation } from './organisation.ts'
import { commitAt, type DoubleCommit, type DoubleFile, type DoubleRepository, headOf } from './repository.ts'

/** Tokens the double knows: a member sees private and reads gated repositories, a stranger neither. */
export const DOUBLE_TOKENS = { member: 'hf_double_member', stranger: 'hf_double_stranger' }

export interface Question {
  url: URL
  /** The `Authorization` header. */
  authorization: string | undefined
}

type Caller = 'anonymous' | 'member' | 'stranger'

/** Answers a read request as the hub would. */
export function answer(org: Organisation, sizes: PageSizes, { url, authorization }: Question): Answer {
  const caller = callerOf(authorization)
  if (!caller) return refusal(401, null, 'Invalid credentials in Authorization header')
  if (url.pathname === '/api/models') return listModels(org, url, sizes.models, caller === 'member')
  if (url.pathname.startsWith('/__cdn/')) return refusal(404, null, 'This double holds no weights.')

  const cached = /^\/api\/resolve-cache\/models\/([^/]+\/[^/]+)\/([^/]+)\/(.+)$/.exec(url.pathname)
  const file = cached ?? /^\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/.exec(url.pathname)
  const model = /^\/api\/models\/([^/]+\/[^/]+)(?:\/(.+))?$/.exec(url.pathname)
  const name = file?.[1] ?? model?.[1]
  if (name === undefined) return refusal(404, null, 'Sorry, we can’t find the page you are looking for.')

  const found = org.find(name)
  if (!found || found.repository.isRemoved || (found.repository.isPrivate && caller !== 'member')) {
    return caller === 'anonymous'
      ? refusal(401, null, 'Invalid username or password.', { 'www-authenticate': 'Bearer realm="double"' })
      : refusal(404, 'RepoNotFound', 'Repository not found')
  }
  const { repository } = found
  if (found.isFormer) return redirect(307, url.pathname.replace(name, repository.name) + url.search)
  if (file) return fileAnswer(repository, caller, file[2] ?? '', file[3] ?? '', Boolean(cached))
  return modelAnswer(repository, url, sizes, (model?.[2] ?? '').split('/'))
}

function modelAnswer(repository: DoubleRepository, url: URL, sizes: PageSizes, rest: string[]): Answer {
  const [endpoint = '', revision = 'main', ...folder] = rest.map(decodeURIComponent)
  const commit = endpoint === '' ? headOf(repository) : commitAt(repository, revision)
  if (endpoint === '' || endpoint === 'revision') {
    if (!commit) return badRevision(revision)
    const withBlobs = url.searchParams.get('blobs') === 'true'
    return json(describeModel(repository, commit, expandOf(url), withBlobs))
  }
  if (repository.isDisabled) return disabled()
  if (endpoint === 'refs') {
    const main = { name: 'main', ref: 'refs/heads/main', targetCommit: headOf(repository).id }
    return json({ branches: [main], tags: [], converts: [] })
  }
  if (!commit) return badRevision(revision)
  if (endpoint === 'commits') return commitsAnswer(repository, commit, url, sizes.commits)
  if (endpoint !== 'tree') return refusal(404, null, 'Not found')
  const entries = describeTree(commit, folder.join('/'), url.searchParams.get('recursive') === 'true')
  if (entries.length === 0 && folder.length > 0) return missingEntry(commit)
  const size = Math.min(Number(url.searchParams.get('limit')) || sizes.tree, sizes.tree)
  return slicePage(url, entries, size, { 'x-repo-commit': commit.id })
}

function commitsAnswer(repository: DoubleRepository, commit: DoubleCommit, url: URL, most: number): Answer {
  const history = repository.commits.slice(0, repository.commits.indexOf(commit) + 1).reverse()
  const items = history.map(({ id, title, at }) => ({
    id,
    title,
    message: '',
    authors: [{ user: 'double' }],
    date: at,
  }))
  const size = Math.min(Number(url.searchParams.get('limit')) || most, most)
  return slicePage(url, items, size, { 'x-total-count': String(items.length) })
}

function fileAnswer(
  repository: DoubleRepository,
  caller: Caller,
  revision: string,
  rawPath: string,
  isCache: boolean,
): Answer {
  if (repository.isDisabled) return disabled()
  if (repository.gated !== false && caller !== 'member') {
    const message = `Access to model ${repository.name} is restricted.`
    return refusal(caller === 'anonymous' ? 401 : 403, 'GatedRepo', message)
  }
  const commit = commitAt(repository, decodeURIComponent(revision))
  if (!commit) return badRevision(revision)
  const file = commit.files.get(rawPath.split('/').map(decodeURIComponent).join('/'))
  if (!file) return missingEntry(commit)
  const origin = { 'x-repo-commit': commit.id, 'accept-ranges': 'bytes' }
  if (file.lfsSha256 !== null) return largeFileAnswer(file, file.lfsSha256, origin)
  if (isCache) return bytes(file.content ?? new Uint8Array(), { ...origin, etag: `"${file.oid}"` })
  const target = `/api/resolve-cache/models/${repository.name}/${commit.id}/${rawPath}?etag=%22${file.oid}%22`
  return redirect(307, target, { ...origin, 'x-linked-etag': `"${file.oid}"`, 'x-linked-size': String(file.size) })
}

function largeFileAnswer(file: DoubleFile, sha256: string, origin: Record<string, string>): Answer {
  const linked = { 'x-linked-etag': `"${sha256}"`, 'x-linked-size': String(file.size) }
  if (file.content === null) return redirect(302, `/__cdn/${sha256}`, { ...origin, ...linked })
  return bytes(file.content, { ...origin, ...linked, etag: `"${sha256}"` })
}

function callerOf(authorization: string | undefined): Caller | null {
  if (authorization === undefined) return 'anonymous'
  if (authorization === `Bearer ${DOUBLE_TOKENS.member}`) return 'member'
  return authorization === `Bearer ${DOUBLE_TOKENS.stranger}` ? 'stranger' : null
}

function disabled(): Answer {
  return refusal(403, null, 'Access to this resource is disabled.')
}

function badRevision(revision: string): Answer {
  return refusal(404, 'RevisionNotFound', `Invalid rev id: ${revision}`)
}

function missingEntry(commit: DoubleCommit): Answer {
  return refusal(404, 'EntryNotFound', 'Entry not found', { 'x-repo-commit': commit.id })
}
