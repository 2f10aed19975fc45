import type { Clause } from './clauses.ts'

/** Words two clauses must share, as twice the shared of all, to count as one clause that was reworded. */
const LEAST_OVERLAP = 0.5
/** Likely partners remembered per clause and round. */
const CANDIDATES = 8
/** Shared words counted before likeness is no longer sought. */
const MAX_WORK = 12_000_000

interface Likely {
  /** Places among the clauses still to be paired. */
  left: number
  right: number
  likeness: number
  distance: number
}

/** Pairs clauses by shared words, the most alike first and of equals the nearest; says whether all were looked at. */
export function pairAlike(
  before: readonly Clause[],
  after: readonly Clause[],
  leftPlaces: readonly number[],
  rightPlaces: readonly number[],
): { pairs: { before: number; after: number }[]; isComplete: boolean } {
  const ids = new Map<string, number>()
  const wordsOf = (clauses: readonly Clause[], at: number) => distinctWords(clauses[at], ids)
  const left = leftPlaces.map((at) => wordsOf(before, at))
  const right = rightPlaces.map((at) => wordsOf(after, at))
  const search = new LikenessSearch(left, right, (l, r) => Math.abs((leftPlaces[l] ?? 0) - (rightPlaces[r] ?? 0)))
  const pairs: { before: number; after: number }[] = []
  let waiting = left.map((_, at) => at)
  while (waiting.length > 0) {
    const found = search.candidatesOf(waiting)
    if (found === null) return { pairs, isComplete: false }
    const taken = new Set<number>()
    for (const { left: l, right: r } of found.likely.sort(byLikeness)) {
      if (taken.has(l) || search.isUsed(r)) continue
      taken.add(l)
      search.use(r)
      pairs.push({ before: leftPlaces[l] ?? 0, after: rightPlaces[r] ?? 0 })
    }
    // Only a clause that had more likely partners than were remembered can still find one.
    waiting = taken.size === 0 ? [] : found.cutShort.filter((at) => !taken.has(at))
  }
  return { pairs, isComplete: true }
}

function distinctWords(clause: Clause | undefined, ids: Map<string, number>): number[] {
  const words = new Set<number>()
  for (const { word } of clause?.tokens ?? []) {
    const known = ids.get(word)
    if (known === undefined) ids.set(word, ids.size)
    words.add(known ?? ids.size - 1)
  }
  return [...words]
}

function byLikeness(a: Likely, b: Likely): number {
  return b.likeness - a.likeness || a.distance - b.distance || a.left - b.left || a.right - b.right
}

class LikenessSearch {
  readonly #left: readonly number[][]
  readonly #right: readonly number[][]
  readonly #distance: (left: number, right: number) => number
  readonly #clausesWith = new Map<number, number[]>()
  readonly #shared: Int32Array
  readonly #used: Uint8Array
  #work = MAX_WORK

  constructor(
    left: readonly number[][],
    right: readonly number[][],
    distance: (left: number, right: number) => number,
  ) {
    this.#left = left
    this.#right = right
    this.#distance = distance
    this.#shared = new Int32Array(right.length)
    this.#used = new Uint8Array(right.length)
    right.forEach((words, at) => {
      for (const word of words) {
        const places = this.#clausesWith.get(word)
        if (places) places.push(at)
        else this.#clausesWith.set(word, [at])
      }
    })
  }

  isUsed(right: number): boolean {
    return this.#used[right] === 1
  }

  use(right: number): void {
    this.#used[right] = 1
  }

  /** The likeliest partners of each clause, and which clauses have more of them; null once it would take too long. */
  candidatesOf(clauses: readonly number[]): { likely: Likely[]; cutShort: number[] } | null {
    if (!this.#affords(clauses)) return null
    const likely: Likely[] = []
    const cutShort: number[] = []
    for (const left of clauses) {
      const own = this.#likeliest(left)
      if (own.length > CANDIDATES) cutShort.push(left)
      likely.push(...own.slice(0, CANDIDATES))
    }
    return { likely, cutShort }
  }

  #affords(clauses: readonly number[]): boolean {
    for (const left of clauses) {
      for (const word of this.#left[left] ?? []) this.#work -= this.#clausesWith.get(word)?.length ?? 0
      if (this.#work < 0) return false
    }
    return true
  }

  #likeliest(left: number): Likely[] {
    const words = this.#left[left] ?? []
    const touched: number[] = []
    for (const word of words) {
      for (const right of this.#clausesWith.get(word) ?? []) {
        if (this.#used[right] === 1) continue
        const count = this.#shared[right] ?? 0
        if (count === 0) touched.push(right)
        this.#shared[right] = count + 1
      }
    }
    const found: Likely[] = []
    for (const right of touched) {
      const likeness = (2 * (this.#shared[right] ?? 0)) / (words.length + (this.#right[right]?.length ?? 0))
      this.#shared[right] = 0
      if (likeness >= LEAST_OVERLAP) found.push({ left, right, likeness, distance: this.#distance(left, right) })
    }
    return found.sort(byLikeness)
  }
}
