import { cardDataOf, tagsOf } from './card.ts'
import { type DoubleCommit, type DoubleFile, type DoubleRepository, WEIGHT_FILE } from './repository.ts'

/** A repository at one commit as the API tells it: only `_id`, `id` and what `expand` asks for, or everything without it. */
export function describeModel(
  repository: DoubleRepository,
  commit: DoubleCommit,
  expand: string[],
  withBlobs = false,
): Record<string, unknown> {
  const card = cardDataOf(commit)
  const hasWeights = [...commit.files.keys()].some((path) => WEIGHT_FILE.test(path))
  const everything: Record<string, unknown> = {
    author: repository.name.split('/')[0],
    sha: commit.id,
    lastModified: commit.at,
    createdAt: repository.createdAt,
    private: repository.isPrivate,
    gated: repository.gated,
    disabled: repository.isDisabled,
    tags: tagsOf(card, repository.pipelineTag, repository.libraryName),
    ...(card === null ? {} : { cardData: card }),
    ...(repository.pipelineTag === null ? {} : { pipeline_tag: repository.pipelineTag }),
    ...(repository.libraryName === null ? {} : { library_name: repository.libraryName }),
    ...(repository.parameters === null || !hasWeights
      ? {}
      : { safetensors: { parameters: { BF16: repository.parameters }, total: repository.parameters } }),
    usedStorage: usedStorage(repository),
    siblings: [...commit.files].map(([path, file]) => (withBlobs ? blobSibling(path, file) : { rfilename: path })),
    spaces: [],
  }
  const identity = { _id: repository.objectId, id: repository.name }
  if (expand.length === 0) return { ...identity, modelId: repository.name, ...everything }
  return { ...identity, ...Object.fromEntries(Object.entries(everything).filter(([key]) => expand.includes(key))) }
}

/** The entries of a commit's tree, directories included, as `recursive` asks. */
export function describeTree(commit: DoubleCommit, folder: string, isRecursive: boolean): Record<string, unknown>[] {
  const prefix = folder === '' ? '' : `${folder}/`
  const folders = new Map<string, Record<string, unknown>>()
  const files: Record<string, unknown>[] = []
  for (const [path, file] of [...commit.files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!path.startsWith(prefix)) continue
    const inner = path.slice(prefix.length).split('/')
    for (let depth = 1; depth < inner.length; depth++) {
      if (depth > 1 && !isRecursive) break
      const name = prefix + inner.slice(0, depth).join('/')
      folders.set(name, { type: 'directory', oid: '0'.repeat(40), size: 0, path: name })
    }
    if (inner.length === 1 || isRecursive) files.push(treeEntry(path, file))
  }
  return [...folders.values(), ...files]
}

function treeEntry(path: string, file: DoubleFile): Record<string, unknown> {
  const entry = { type: 'file', oid: file.oid, size: file.size, path }
  if (file.lfsSha256 === null) return entry
  return { ...entry, lfs: { oid: file.lfsSha256, size: file.size, pointerSize: 134 } }
}

function blobSibling(path: string, file: DoubleFile): Record<string, unknown> {
  const sibling = { rfilename: path, blobId: file.oid, size: file.size }
  if (file.lfsSha256 === null) return sibling
  return { ...sibling, lfs: { sha256: file.lfsSha256, size: file.size, pointerSize: 134 } }
}

function usedStorage(repository: DoubleRepository): number {
  const sizes = new Map<string, number>()
  for (const commit of repository.commits) {
    for (const file of commit.files.values()) if (file.lfsSha256 !== null) sizes.set(file.lfsSha256, file.size)
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}
