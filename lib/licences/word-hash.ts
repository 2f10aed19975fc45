/** A 32-bit FNV-1a hash of one normalised word: enough to tell words apart, and no text to read. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The hashes of words, in their order. */
export function hashWords(words: readonly string[]): Uint32Array {
  return Uint32Array.from(words, hashWord)
}

function mix(hash: number, next: number): number {
  const mixed = Math.imul(hash ^ next, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/** One hash for each run of `length` neighbouring words, by the position of its first. */
export function gramsOf(words: Uint32Array, length: number): Uint32Array {
  const count = Math.max(0, words.length - length + 1)
  const grams = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = length
    for (let word = 0; word < length; word++) hash = mix(hash, words[at + word] ?? 0)
    grams[at] = hash >>> 0
  }
  return grams
}
