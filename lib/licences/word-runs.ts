import { gramsOf } from './word-hash.ts'

/** Neighbouring words that two texts are first looked for together. */
export const GRAM = 3
const LONGEST_CHAIN = 200
const MOST_HITS = 400_000
const MOST_PLACES = 4_000

/** Where each run of three words stands in a text. */
export interface TextGrams {
  words: Uint32Array
  first: ReadonlyMap<number, number>
  next: Int32Array
}

/** Indexes a text by its runs of three words. */
export function indexGrams(words: Uint32Array): TextGrams {
  const grams = gramsOf(words, GRAM)
  const first = new Map<number, number>()
  const next = new Int32Array(grams.length).fill(-1)
  for (let at = grams.length - 1; at >= 0; at--) {
    const gram = grams[at] ?? 0
    next[at] = first.get(gram) ?? -1
    first.set(gram, at)
  }
  return { words, first, next }
}

/** How far a reference is shifted where it stands in a text, and how many of its runs say so. */
export interface Shift {
  shift: number
  votes: number
}

/** The places where a reference may stand in a text, the likeliest first; two places are never nearer than half its length. */
export function shiftsOf(grams: Uint32Array, text: TextGrams, most: number): Shift[] {
  const size = grams.length
  const votes = new Int32Array(size + text.next.length + 1)
  let hits = 0
  for (let at = 0; at < size && hits < MOST_HITS; at++) {
    let place = text.first.get(grams[at] ?? 0) ?? -1
    for (let chain = 0; place >= 0 && chain < LONGEST_CHAIN; chain++) {
      const vote = place - at + size
      votes[vote] = (votes[vote] ?? 0) + 1
      hits++
      place = text.next[place] ?? -1
    }
  }
  const best = votes.reduce((highest, count) => Math.max(highest, count), 0)
  if (best === 0) return []
  const ranked: Shift[] = []
  votes.forEach((count, vote) => {
    if (count * 10 >= best) ranked.push({ shift: vote - size, votes: count })
  })
  ranked.sort((a, b) => b.votes - a.votes || a.shift - b.shift)
  const apart = Math.max(20, size >> 1)
  const found: Shift[] = []
  for (const one of ranked.slice(0, MOST_PLACES)) {
    if (found.length >= most) break
    if (found.every((other) => Math.abs(other.shift - one.shift) >= apart)) found.push(one)
  }
  return found
}
