/** A 32-bit FNV-1a hash of two neighbouring words. */
function hashPair(first: string, second: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < first.length; at++) hash = Math.imul(hash ^ first.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ 32, 0x01000193)
  for (let at = 0; at < second.length; at++) hash = Math.imul(hash ^ second.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The set of neighbouring word pairs of a text, as sorted hashes: enough to measure nearness, too little to read. */
export function wordPairsOf(words: readonly string[]): Uint32Array {
  const pairs = new Set<number>()
  let previous: string | undefined
  for (const word of words) {
    if (previous !== undefined) pairs.add(hashPair(previous, word))
    previous = word
  }
  return Uint32Array.from(pairs).sort()
}

/** Writes a pair set as base64 of little-endian numbers, whatever the machine. */
export function encodeWordPairs(pairs: Uint32Array): string {
  const bytes = new DataView(new ArrayBuffer(pairs.length * 4))
  pairs.forEach((pair, at) => {
    bytes.setUint32(at * 4, pair, true)
  })
  return Buffer.from(bytes.buffer).toString('base64')
}

/** Reads what `encodeWordPairs` wrote. */
export function decodeWordPairs(encoded: string): Uint32Array {
  const bytes = Buffer.from(encoded, 'base64')
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4))
}

/** Finds which of many texts shares most word pairs with a given one. */
export interface PairIndex {
  /** The nearest text's position and its Dice similarity, 0 to 1; null when no pair is shared. */
  nearest(pairs: Uint32Array): { at: number; similarity: number } | null
}

/** An inverted index over the pair sets of reference texts. */
export function buildPairIndex(sets: readonly Uint32Array[]): PairIndex {
  const postings = new Map<number, number[]>()
  sets.forEach((set, at) => {
    for (const pair of set) {
      const list = postings.get(pair)
      if (list) list.push(at)
      else postings.set(pair, [at])
    }
  })
  return {
    nearest(pairs) {
      const shared = new Uint32Array(sets.length)
      for (const pair of pairs) for (const at of postings.get(pair) ?? []) shared[at] = (shared[at] ?? 0) + 1
      let best: { at: number; similarity: number } | null = null
      sets.forEach((set, at) => {
        const common = shared[at] ?? 0
        const similarity = common === 0 ? 0 : (2 * common) / (set.length + pairs.length)
        if (similarity > (best?.similarity ?? 0)) best = { at, similarity }
      })
      return best
    },
  }
}
