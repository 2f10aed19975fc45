import { z } from 'zod'
import { type HubCommit, HubError, type HubFile, type HubModel, type HubPage } from '#lib/upstream/hub-client.ts'

const commitId = z.string().regex(/^[0-9a-f]{40}$/, 'is not a commit of 40 hex digits')
const instant = z.iso.datetime({ offset: true })
const count = z.number().int().nonnegative()

/** Every field but the name may be missing; one that is there must be what it claims to be. Others are not read. */
const modelShape = z
  .object({
    _id: z.string().nullish(),
    id: z.string().regex(/^[\w.-]+(\/[\w.-]+)?$/, 'is not a repository name'),
    sha: commitId.nullish(),
    lastModified: instant.nullish(),
    createdAt: instant.nullish(),
    private: z.boolean().nullish(),
    disabled: z.boolean().nullish(),
    gated: z.union([z.literal(false), z.literal('auto'), z.literal('manual')]).nullish(),
    tags: z.array(z.string()).nullish(),
    cardData: z.record(z.string(), z.unknown()).nullish(),
    pipeline_tag: z.string().nullish(),
    library_name: z.string().nullish(),
    safetensors: z.object({ total: count.nullish() }).nullish(),
    usedStorage: count.nullish(),
    siblings: z.array(z.object({ rfilename: z.string() })).nullish(),
  })
  .transform(
    (item): HubModel => ({
      hubObjectId: item._id ?? null,
      name: item.id,
      renamedFrom: null,
      commit: item.sha ?? null,
      lastModifiedAt: item.lastModified ?? null,
      createdAt: item.createdAt ?? null,
      isPrivate: item.private ?? false,
      isDisabled: item.disabled ?? false,
      gated: item.gated ?? false,
      tags: item.tags ?? [],
      cardData: item.cardData ?? null,
      pipelineTag: item.pipeline_tag ?? null,
      libraryName: item.library_name ?? null,
      parameters: item.safetensors?.total ?? null,
      usedStorage: item.usedStorage ?? null,
      files: item.siblings?.map((sibling) => sibling.rfilename) ?? null,
    }),
  )

const treeShape = z.array(
  z.object({
    type: z.string(),
    path: z.string().min(1),
    size: count,
    oid: commitId,
    lfs: z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256') }).nullish(),
  }),
)

const commitsShape = z.array(z.object({ id: commitId, title: z.string(), date: instant }))

/** Reads a page of repositories; an item that cannot be read stands aside and spoils nothing else. */
export function readModels(value: unknown, url: string): Pick<HubPage, 'models' | 'unreadable'> {
  if (!Array.isArray(value)) throw wrongShape('a list of repositories', 'it is not a list', url)
  const page: Pick<HubPage, 'models' | 'unreadable'> = { models: [], unreadable: [] }
  for (const item of value) {
    const read = modelShape.safeParse(item)
    if (read.success) page.models.push(read.data)
    else page.unreadable.push({ name: nameOf(item), reason: reasonOf(read.error) })
  }
  return page
}

/** Reads one repository; `asked` is remembered where the hub answered under another name. */
export function readModel(value: unknown, asked: string, url: string): HubModel {
  const read = modelShape.safeParse(value)
  if (!read.success) throw wrongShape('a repository', reasonOf(read.error), url)
  return read.data.name === asked ? read.data : { ...read.data, renamedFrom: asked }
}

/** Reads one page of a tree; directories and submodules are no files. */
export function readTree(value: unknown, url: string): HubFile[] {
  const read = treeShape.safeParse(value)
  if (!read.success) throw wrongShape('a list of files', reasonOf(read.error), url)
  return read.data
    .filter((entry) => entry.type === 'file')
    .map(({ path, size, oid, lfs }) => ({ path, size, oid, lfsSha256: lfs?.oid ?? null }))
}

/** Reads one page of commits. */
export function readCommits(value: unknown, url: string): HubCommit[] {
  const read = commitsShape.safeParse(value)
  if (!read.success) throw wrongShape('a list of commits', reasonOf(read.error), url)
  return read.data.map(({ id, title, date }) => ({ id, title, at: date }))
}

function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('id' in item)) return null
  return typeof item.id === 'string' ? item.id.slice(0, 200) : null
}

function reasonOf(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'it cannot be read'
  return `${issue.path.length === 0 ? 'it' : issue.path.join('.')}: ${issue.message}`
}

function wrongShape(what: string, reason: string, url: string): HubError {
  return new HubError('wrong_shape', `The hub's answer is not ${what}: ${reason}`, { url })
}
