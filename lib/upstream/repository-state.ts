import { createHash } from 'node:crypto'
import { canonicalJson } from '#lib/shared/canonical-json.ts'
import { digestOf, fileKind } from './file-kinds.ts'
import type { HubFile, HubModel } from './hub-client.ts'

/** Version of the parsing below; stored with each observation. */
export const PARSER_VERSION = 'repository-state/1'

export interface LicenceFile {
  path: string
  /** Git object id, which is what the hub lists. */
  oid: string
  /** SHA-256 of the bytes; null where the file was refused (too large) and only its object id is known. */
  sha256: string | null
}

/** What the files of one commit come to. */
export interface FileSummary {
  licences: LicenceFile[]
  weights: string | null
  tokenizer: string | null
  config: string | null
  /** Git object id of README.md. */
  card: string | null
  count: number
  bytes: number
}

/** A repository that could be seen. Only what a change may rest on: counters such as downloads never enter. */
export interface SeenState {
  access: 'open' | 'gated_auto' | 'gated_manual'
  name: string
  commit: string | null
  lastModifiedAt: string | null
  createdAt: string | null
  /** The card's own words on its licence, untouched. */
  declaration: {
    license: string | string[] | null
    licenseName: string | null
    licenseLink: string | null
    tags: string[]
  }
  baseModels: string[]
  /** Hash over the card's gate texts; null where it has none. */
  gateTerms: string | null
  task: string | null
  library: string | null
  parameters: number | null
  files: FileSummary | null
}

/** A repository that answers, but not with what it holds. An anonymous answer cannot tell private from deleted. */
export interface HiddenState {
  access: 'withheld' | 'disabled'
  name: string
}

export type RepositoryState = SeenState | HiddenState

/** Whether the repository could be seen. */
export function isSeen(state: RepositoryState): state is SeenState {
  return state.access !== 'withheld' && state.access !== 'disabled'
}

/** The names of the models a card says this one was made from, in whichever way. */
export function baseModelNames(state: RepositoryState): string[] {
  if (!isSeen(state)) return []
  const names = state.baseModels.map((tag) => tag.slice(tag.lastIndexOf(':') + 1))
  return [...new Set(names)].filter((name) => name !== '' && name !== state.name)
}

/** How a repository stands, in the words of the product. */
export function standing(state: RepositoryState): 'open' | 'gated' | 'emptied' | 'withheld' | 'disabled' {
  if (!isSeen(state)) return state.access
  if (state.files !== null && state.files.weights === null) return 'emptied'
  return state.access === 'open' ? 'open' : 'gated'
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function gateTermsOf(card: Record<string, unknown> | null): string | null {
  const gate = Object.entries(card ?? {}).filter(([key]) => key.startsWith('extra_gated_'))
  return gate.length === 0
    ? null
    : createHash('sha256')
        .update(canonicalJson(Object.fromEntries(gate)))
        .digest('hex')
}

/** The state that one answer of the hub shows; `files` belong to the same commit. */
export function stateOf(model: HubModel, files: FileSummary | null): RepositoryState {
  if (model.isDisabled) return { access: 'disabled', name: model.name }
  if (model.isPrivate) return { access: 'withheld', name: model.name }
  const card = model.cardData
  const license = card?.['license']
  return {
    access: model.gated === false ? 'open' : model.gated === 'auto' ? 'gated_auto' : 'gated_manual',
    name: model.name,
    commit: model.commit,
    lastModifiedAt: model.lastModifiedAt,
    createdAt: model.createdAt,
    declaration: {
      license: Array.isArray(license) ? license.filter((value) => typeof value === 'string') : text(license),
      licenseName: text(card?.['license_name']),
      licenseLink: text(card?.['license_link']),
      tags: model.tags.filter((tag) => tag.startsWith('license:')).sort(),
    },
    baseModels: model.tags.filter((tag) => tag.startsWith('base_model:')).sort(),
    gateTerms: gateTermsOf(card),
    task: model.pipelineTag,
    library: model.libraryName,
    parameters: model.parameters,
    files,
  }
}

/** Sums up the files of a commit. `sha256Of` names the content behind an object id, where it is held. */
export function summariseFiles(files: HubFile[], sha256Of: (file: HubFile) => string | null): FileSummary {
  const licences = files.filter((file) => fileKind(file.path) === 'licence')
  return {
    licences: licences
      .map((file) => ({ path: file.path, oid: file.oid, sha256: sha256Of(file) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    weights: digestOf(files, 'weights'),
    tokenizer: digestOf(files, 'tokenizer'),
    config: digestOf(files, 'config'),
    card: files.find((file) => fileKind(file.path) === 'card')?.oid ?? null,
    count: files.length,
    bytes: files.reduce((sum, file) => sum + file.size, 0),
  }
}

/** Equal hashes: nothing that a change could rest on differs. */
export function stateHash(state: RepositoryState): string {
  return createHash('sha256').update(canonicalJson(state)).digest('hex')
}
