import { createHash } from 'node:crypto'
import { type ReadText, readText } from '#lib/licences/commands/record-text.ts'
import { MAX_LICENCE_BYTES, sha256Of } from '#lib/licences/licence-text.ts'
import { fileKind } from '../file-kinds.ts'
import { HubError, type HubErrorKind, type HubFile } from '../hub-client.ts'
import { type FileSummary, summariseFiles } from '../repository-state.ts'
import type { UpstreamCtx } from '../upstream-ctx.ts'

/** A file whose bytes were fetched in this look. */
export interface FetchedFile {
  oid: string
  sha256: string
  bytes: Uint8Array
  /** Present for licence texts. */
  text: ReadText | null
}

export interface RepositoryReading {
  files: FileSummary
  fetched: FetchedFile[]
  requests: number
}

/**
 * A file that this commit will never give is noted without its content. Whatever may pass is not among these: the commit
 * would count as read, and the text would be missing until the next one.
 */
const ABSENT: ReadonlySet<HubErrorKind> = new Set(['gated', 'file_not_found', 'too_large'])

function gitObjectId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** Reads what a look needs of one commit: its tree, and the licence and card bytes that are not held yet. */
export async function readRepository(ctx: UpstreamCtx, name: string, commit: string): Promise<RepositoryReading> {
  const tree = await ctx.hub.getTree(name, commit)
  let requests = tree.evidence.requests
  const files = tree.notModified ? [] : tree.value
  const wanted = files.filter((file) => fileKind(file.path) === 'licence' || fileKind(file.path) === 'card')
  const held = await heldContents(ctx, wanted)
  const fetched: FetchedFile[] = []
  for (const file of wanted) {
    if (held.has(file.oid) || file.size > MAX_LICENCE_BYTES) continue
    const { content, cost } = await fetchFile(ctx, name, commit, file)
    requests += cost
    if (content === null) continue
    fetched.push(content)
    held.set(content.oid, content.sha256)
  }
  return { files: summariseFiles(files, (file) => held.get(file.oid) ?? file.lfsSha256), fetched, requests }
}

async function heldContents(ctx: UpstreamCtx, files: HubFile[]): Promise<Map<string, string>> {
  const rows = await ctx.db.gitObject.findMany({ where: { oid: { in: files.map((file) => file.oid) } } })
  return new Map(rows.map((row) => [row.oid, row.sha256]))
}

async function fetchFile(
  ctx: UpstreamCtx,
  name: string,
  commit: string,
  file: HubFile,
): Promise<{ content: FetchedFile | null; cost: number }> {
  try {
    const answer = await ctx.hub.getFile(name, commit, file.path, MAX_LICENCE_BYTES)
    const { requests } = answer.evidence
    if (answer.notModified) return { content: null, cost: requests }
    const { bytes } = answer.value
    const isAsListed = file.lfsSha256 === null ? gitObjectId(bytes) === file.oid : sha256Of(bytes) === file.lfsSha256
    if (!isAsListed)
      throw new HubError('wrong_shape', `${file.path} of ${name} has other bytes than its listing says.`, {
        url: answer.evidence.url,
        requests,
      })
    const text = fileKind(file.path) === 'licence' ? await readText(bytes) : null
    return { content: { oid: file.oid, sha256: sha256Of(bytes), bytes, text }, cost: requests }
  } catch (error) {
    if (error instanceof HubError && ABSENT.has(error.kind)) return { content: null, cost: error.requests }
    throw error
  }
}
