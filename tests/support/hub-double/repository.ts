import { createHash } from 'node:crypto'

/** A file as a caller gives it: text, bytes, bytes behind LFS, weights that exist by size and hash only; null deletes. */
export type FileInput =
  | string
  | Uint8Array
  | { base64: string }
  | { text: string; lfs: true }
  | { size: number; sha256?: string; seed?: string }
  | null

export interface DoubleFile {
  size: number
  /** Git blob SHA-1; for an LFS file that of its pointer text. */
  oid: string
  lfsSha256: string | null
  /** Null for weights, which this double only pretends to hold. */
  content: Uint8Array | null
}

export interface DoubleCommit {
  id: string
  title: string
  at: string
  files: ReadonlyMap<string, DoubleFile>
}

export interface DoubleRepository {
  objectId: string
  name: string
  createdAt: string
  isPrivate: boolean
  isDisabled: boolean
  isRemoved: boolean
  gated: false | 'auto' | 'manual'
  pipelineTag: string | null
  libraryName: string | null
  parameters: number | null
  /** Oldest first; never empty. */
  commits: DoubleCommit[]
}

export const WEIGHT_FILE = /\.(safetensors|bin|gguf|pt|pth|onnx)$/

/** Turns what a caller gave into a stored file with the hashes a hub would state. */
export function storedFile(path: string, input: Exclude<FileInput, null>): DoubleFile {
  if (typeof input === 'string') return regular(Buffer.from(input, 'utf8'))
  if (input instanceof Uint8Array) return regular(input)
  if ('base64' in input) return regular(Buffer.from(input.base64, 'base64'))
  if ('text' in input) {
    const content = Buffer.from(input.text, 'utf8')
    return largeFile(content.byteLength, createHash('sha256').update(content).digest('hex'), content)
  }
  const sha256 = createHash('sha256')
    .update(`double weights ${path} ${input.size} ${input.seed ?? ''}`)
    .digest('hex')
  return largeFile(input.size, input.sha256 ?? sha256, null)
}

/** The commit that follows `parent`; its id depends on its content, title and parent, never on the time. */
export function nextCommit(
  repository: string,
  parent: DoubleCommit | undefined,
  change: { files: Record<string, FileInput>; title: string; at: string },
): DoubleCommit {
  const files = new Map(parent?.files)
  for (const [path, input] of Object.entries(change.files)) {
    if (input === null) files.delete(path)
    else files.set(path, storedFile(path, input))
  }
  const hash = createHash('sha1').update(`${repository}\n${parent?.id ?? 'root'}\n${change.title}\n`)
  for (const path of [...files.keys()].sort()) hash.update(`${files.get(path)?.oid} ${path}\n`)
  return { id: hash.digest('hex'), title: change.title, at: change.at, files }
}

/** The newest commit. */
export function headOf(repository: DoubleRepository): DoubleCommit {
  const head = repository.commits.at(-1)
  if (!head) throw new Error(`${repository.name} has no commit.`)
  return head
}

/** Finds a commit by branch, full id or the beginning of one. */
export function commitAt(repository: DoubleRepository, revision: string): DoubleCommit | undefined {
  if (['main', 'HEAD', 'refs/heads/main'].includes(revision)) return headOf(repository)
  if (!/^[0-9a-f]{7,40}$/.test(revision)) return undefined
  return repository.commits.findLast((commit) => commit.id.startsWith(revision))
}

function regular(content: Uint8Array): DoubleFile {
  return { size: content.byteLength, oid: blobId(content), lfsSha256: null, content }
}

function largeFile(size: number, sha256: string, content: Uint8Array | null): DoubleFile {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${size}\n`
  return { size, oid: blobId(Buffer.from(pointer)), lfsSha256: sha256, content }
}

function blobId(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.byteLength}\0`).update(content).digest('hex')
}
