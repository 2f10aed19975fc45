import { gramsOf } from './word-hash.ts'

/** The set of neighbouring word pairs of a text, as sorted hashes: enough to measure nearness, too little to read. */
export function wordPairsOf(words: Uint32Array): Uint32Array {
  const pairs = gramsOf(words, 2).sort()
  return pairs.filter((pair, at) => at === 0 || pair !== pairs[at - 1])
}

/** Writes hashes as base64 of little-endian numbers, whatever the machine. */
export function encodeHashes(hashes: Uint32Array): string {
  const bytes = new DataView(new ArrayBuffer(hashes.length * 4))
  hashes.forEach((hash, at) => {
    bytes.setUint32(at * 4, hash, true)
  })
  return Buffer.from(bytes.buffer).toString('base64')
}

/** Reads what `encodeHashes` wrote. */
export function decodeHashes(encoded: string): Uint32Array {
  const bytes = Buffer.from(encoded, 'base64')
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4))
}

/** How near a reference is to a text by the word pairs they share. */
export interface Nearness {
  at: number
  shared: number
  /** Dice similarity, 0 to 1. */
  similarity: number
  /** Share of the reference's pairs that the text has, and of the text's that the reference has. */
  ofReference: number
  ofText: number
}

export interface PairIndex {
  /** Every reference that shares a tenth of its pairs or of the text's, in no order. */
  near(pairs: Uint32Array): Nearness[]
}

/** A reference that has less in common with a text by every measure is not answered. */
const LEAST = 0.1

/** An inverted index over the pair sets of reference texts. */
export function buildPairIndex(sets: readonly Uint32Array[]): PairIndex {
  const lists = new Map<number, number[]>()
  sets.forEach((set, at) => {
    for (const pair of set) {
      const list = lists.get(pair)
      if (list) list.push(at)
      else lists.set(pair, [at])
    }
  })
  const postings = new Map<number, Uint16Array>()
  for (const [pair, list] of lists) postings.set(pair, Uint16Array.from(list))
  return {
    near(pairs) {
      const counts = new Uint32Array(sets.length)
      for (let at = 0; at < pairs.length; at++) {
        const list = postings.get(pairs[at] ?? 0)
        if (list === undefined) continue
        for (let one = 0; one < list.length; one++) {
          const set = list[one] ?? 0
          counts[set] = (counts[set] ?? 0) + 1
        }
      }
      const near: Nearness[] = []
      sets.forEach((set, at) => {
        const shared = counts[at] ?? 0
        const [ofReference, ofText] = [shared / set.length, shared / pairs.length]
        if (shared === 0 || (ofReference < LEAST && ofText < LEAST)) return
        near.push({ at, shared, similarity: (2 * shared) / (set.length + pairs.length), ofReference, ofText })
      })
      return near
    },
  }
}
