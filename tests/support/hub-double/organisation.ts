import { createHash } from 'node:crypto'
import { type CardData, cardBodyOf, cardText, doubleNotice } from './card.ts'
import {
  type DoubleCommit,
  type DoubleRepository,
  type FileInput,
  headOf,
  nextCommit,
  WEIGHT_FILE,
} from './repository.ts'

export interface NewRepository {
  files?: Record<string, FileInput>
  /** Front matter of the card; null for a card without any. */
  card?: CardData | null
  cardBody?: string
  gated?: false | 'auto' | 'manual'
  isPrivate?: boolean
  createdAt?: string
  pipelineTag?: string | null
  libraryName?: string | null
  parameters?: number | null
  title?: string
}

export interface When {
  title?: string
  at?: string
}

/** The repositories a double holds, and everything that can happen to them. Every mutator takes the current name. */
export interface Organisation {
  readonly name: string
  repositories(): DoubleRepository[]
  /** The repository under this name, and whether the name is one it has left. */
  find(name: string): { repository: DoubleRepository; isFormer: boolean } | undefined
  addRepository(name: string, repository?: NewRepository): DoubleRepository
  commit(name: string, change: { files: Record<string, FileInput> }, title?: string, at?: string): DoubleCommit
  /** A commit that rewrites the card's front matter and keeps its text unless another is given. */
  setCard(name: string, card: CardData | null, options?: When & { body?: string }): DoubleCommit
  setGated(name: string, gated: false | 'auto' | 'manual'): void
  setPrivate(name: string, isPrivate: boolean): void
  disable(name: string, isDisabled?: boolean): void
  move(name: string, to: string): void
  remove(name: string): void
  /** Brings a removed repository back as it was. */
  restore(name: string): void
  /** A commit that deletes every weight file. */
  emptyWeights(name: string, options?: When): DoubleCommit
  /** Replaces the whole history by one commit with the same files. */
  squash(name: string, options?: When): DoubleCommit
  clear(): void
}

/** Starts an organisation without repositories. */
export function createOrganisation(orgName: string, now: () => Date): Organisation {
  let held: DoubleRepository[] = []
  const formerNames = new Map<string, DoubleRepository>()
  let serial = 0
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
  const instant = (at?: string) => (at === undefined ? now() : new Date(at)).toISOString()

  function existing(name: string): DoubleRepository {
    const repository = held.find((candidate) => candidate.name === name)
    if (!repository) throw new Error(`The double holds no ${name}.`)
    return repository
  }

  function append(name: string, files: Record<string, FileInput>, title: string, at?: string): DoubleCommit {
    const repository = existing(name)
    const commit = nextCommit(name, headOf(repository), { files, title, at: instant(at) })
    repository.commits.push(commit)
    return commit
  }

  return {
    name: orgName,
    repositories: () => held,
    find(name) {
      const repository = held.find((candidate) => same(candidate.name, name))
      if (repository) return { repository, isFormer: repository.name !== name }
      const moved = formerNames.get(name.toLowerCase())
      return moved && { repository: moved, isFormer: true }
    },
    addRepository(name, repository = {}) {
      const taken = held.find((candidate) => same(candidate.name, name))
      if (taken && !taken.isRemoved) throw new Error(`The double already holds ${name}.`)
      held = held.filter((candidate) => candidate !== taken)
      formerNames.delete(name.toLowerCase())
      const at = instant(repository.createdAt)
      const card = repository.card === undefined ? { license: 'apache-2.0' } : repository.card
      const readme = cardText(card, repository.cardBody ?? doubleNotice(name))
      serial += 1
      const added: DoubleRepository = {
        objectId: createHash('sha1').update(`${name} ${serial}`).digest('hex').slice(0, 24),
        name,
        createdAt: at,
        isPrivate: repository.isPrivate ?? false,
        isDisabled: false,
        isRemoved: false,
        gated: repository.gated ?? false,
        pipelineTag: repository.pipelineTag ?? null,
        libraryName: repository.libraryName ?? null,
        parameters: repository.parameters ?? null,
        commits: [
          nextCommit(`${name} ${serial}`, undefined, {
            files: { 'README.md': readme, ...repository.files },
            title: repository.title ?? 'Initial commit',
            at,
          }),
        ],
      }
      held.push(added)
      return added
    },
    commit: (name, change, title = 'Update files', at) => append(name, change.files, title, at),
    setCard(name, card, options = {}) {
      const body = options.body ?? cardBodyOf(headOf(existing(name))) ?? doubleNotice(name)
      return append(name, { 'README.md': cardText(card, body) }, options.title ?? 'Update README.md', options.at)
    },
    setGated(name, gated) {
      existing(name).gated = gated
    },
    setPrivate(name, isPrivate) {
      existing(name).isPrivate = isPrivate
    },
    disable(name, isDisabled = true) {
      existing(name).isDisabled = isDisabled
    },
    move(name, to) {
      if (held.some((candidate) => same(candidate.name, to))) throw new Error(`The double already holds ${to}.`)
      const repository = existing(name)
      repository.name = to
      formerNames.delete(to.toLowerCase())
      formerNames.set(name.toLowerCase(), repository)
    },
    remove(name) {
      existing(name).isRemoved = true
    },
    restore(name) {
      existing(name).isRemoved = false
    },
    emptyWeights(name, options = {}) {
      const weights = [...headOf(existing(name)).files.keys()].filter((path) => WEIGHT_FILE.test(path))
      const files = Object.fromEntries(weights.map((path) => [path, null]))
      return append(name, files, options.title ?? 'Delete weights', options.at)
    },
    squash(name, options = {}) {
      const repository = existing(name)
      const { files } = headOf(repository)
      const title = options.title ?? 'Super-squash branch main'
      const root = nextCommit(`${name} squashed from ${headOf(repository).id}`, undefined, {
        files: {},
        title,
        at: instant(options.at),
      })
      const squashed = { ...root, files }
      repository.commits = [squashed]
      return squashed
    },
    clear() {
      held = []
      formerNames.clear()
      serial = 0
    },
  }
}
