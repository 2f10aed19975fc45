import { alignGap, type Pairing } from './gap-alignment.ts'
import { GRAM, type Shift, type TextGrams } from './word-runs.ts'

/** Words that stand on one side only, or differ: positions among the words of both sides, ends excluded. */
export interface Edit {
  referenceFrom: number
  referenceTo: number
  textFrom: number
  textTo: number
}

/** How the words of a reference stand in a text: what they share, and every place where they differ. */
export interface Alignment {
  /** The words of the text from the first to behind the last that the reference shares. */
  textFrom: number
  textTo: number
  /** The words of the reference from the first to behind the last that the text shares. */
  referenceFrom: number
  referenceTo: number
  shared: number
  /** Differences between the first and the last shared word, in order. */
  edits: readonly Edit[]
}

/** The positions of a reference's runs of three words that stand in it only once: what a text is anchored by. */
export function anchorsOf(grams: Uint32Array): Uint32Array {
  const counts = new Map<number, number>()
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const anchors: number[] = []
  grams.forEach((gram, at) => {
    if (counts.get(gram) === 1) anchors.push(at)
  })
  return Uint32Array.from(anchors)
}

export interface Anchored {
  words: Uint32Array
  grams: Uint32Array
  anchors: Uint32Array
}

const FARTHEST = 80

interface Window {
  from: number
  to: number
  shift: number
}

/** Where a reference and a text share runs of words, before the words between are looked at. */
export interface Anchoring {
  window: Window
  pairs: readonly Pairing[]
  /** Words the runs hold: the alignment will share these and more. */
  shared: number
}

/** Anchors a reference at the place of a text that a shift points at; alone, it may also lie scattered over a short text. */
export function anchor(reference: Anchored, text: TextGrams, place: Shift, isAlone: boolean): Anchoring {
  const size = reference.words.length
  const slack = Math.max(30, size >> 2)
  const isNear = isAlone && text.words.length <= size * 2 + 600
  const window: Window = {
    from: isNear ? 0 : Math.max(0, place.shift - slack),
    to: isNear ? text.words.length : Math.min(text.words.length, place.shift + size + slack),
    shift: place.shift,
  }
  const pairs = rising(anchorPairs(reference, text, window))
  let [shared, last] = [0, -1]
  for (const pair of pairs) {
    shared += Math.min(GRAM, pair.reference + GRAM - 1 - last)
    last = pair.reference + GRAM - 1
  }
  return { window, pairs, shared }
}

/** Aligns every word of a reference with the text around its anchors; null where there are none. */
export function align(reference: Anchored, text: TextGrams, anchoring: Anchoring): Alignment | null {
  const pairs = spread(reference.words, text.words, anchoring.pairs, anchoring.window)
  return pairs.length === 0 ? null : alignmentOf(pairs)
}

/** For each anchor the place in the window that holds it; where several do, the one nearest to the shift. */
function anchorPairs(reference: Anchored, text: TextGrams, window: Window): Pairing[] {
  const pairs: Pairing[] = []
  for (const at of reference.anchors) {
    let place = text.first.get(reference.grams[at] ?? 0) ?? -1
    let found = -1
    let isOnly = true
    for (let chain = 0; place >= 0 && place + GRAM <= window.to && chain < 400; chain++) {
      if (place >= window.from) {
        if (found >= 0) isOnly = false
        const isNearer = Math.abs(place - at - window.shift) < Math.abs(found - at - window.shift)
        if (found < 0 || isNearer) found = place
      }
      place = text.next[place] ?? -1
    }
    if (found >= 0 && (isOnly || Math.abs(found - at - window.shift) <= 20)) pairs.push({ reference: at, text: found })
  }
  return pairs
}

/** The longest choice of pairs that rises on both sides. */
function rising(pairs: readonly Pairing[]): Pairing[] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach((pair, at) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.text ?? 0) < pair.text) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = at
  })
  const chosen: Pairing[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair) chosen.push(pair)
  }
  return chosen.reverse()
}

/** Widens anchors to every shared word around and between them. */
function spread(reference: Uint32Array, text: Uint32Array, anchors: readonly Pairing[], window: Window): Pairing[] {
  const first = anchors[0]
  if (first === undefined) return []
  const pairs: Pairing[] = []
  let last: Pairing | null = null
  const add = (pair: Pairing) => {
    pairs.push(pair)
    last = pair
  }
  const nextOf = (): Pairing => ({ reference: last ? last.reference + 1 : 0, text: last ? last.text + 1 : window.from })
  for (const anchor of anchors) {
    const from = nextOf()
    if (anchor.reference + GRAM <= from.reference || anchor.text + GRAM <= from.text) continue
    const overlap = Math.max(0, from.reference - anchor.reference, from.text - anchor.text)
    const start = { reference: anchor.reference + overlap, text: anchor.text + overlap }
    for (const pair of between(reference, text, from, start, last === null, false)) add(pair)
    for (let word = overlap; word < GRAM; word++) add({ reference: anchor.reference + word, text: anchor.text + word })
  }
  for (const pair of between(
    reference,
    text,
    nextOf(),
    { reference: reference.length, text: window.to },
    false,
    true,
  )) {
    add(pair)
  }
  return pairs
}

function between(
  reference: Uint32Array,
  text: Uint32Array,
  from: Pairing,
  to: Pairing,
  isStart: boolean,
  isEnd: boolean,
): Pairing[] {
  const head: Pairing[] = []
  const tail: Pairing[] = []
  let [r0, t0, r1, t1] = [from.reference, from.text, to.reference, to.text]
  while (!isEnd && r1 > r0 && t1 > t0 && reference[r1 - 1] === text[t1 - 1]) {
    tail.push({ reference: --r1, text: --t1 })
  }
  while (!isStart && r0 < r1 && t0 < t1 && reference[r0] === text[t0]) {
    head.push({ reference: r0++, text: t0++ })
  }
  // At the ends, only the nearest words are looked at: what is farther off stands outside.
  if (isStart) r0 = Math.max(r0, r1 - FARTHEST)
  if (isEnd) r1 = Math.min(r1, r0 + FARTHEST)
  const reach = (r1 - r0) * 2 + 40
  if (isStart) t0 = Math.max(t0, t1 - reach)
  if (isEnd) t1 = Math.min(t1, t0 + reach)
  const gap = {
    referenceFrom: r0,
    referenceTo: r1,
    textFrom: t0,
    textTo: t1,
    isTextStartFree: isStart,
    isTextEndFree: isEnd,
  }
  return [...head, ...alignGap(reference, text, gap), ...tail.reverse()]
}

function alignmentOf(pairs: readonly Pairing[]): Alignment {
  const edits: Edit[] = []
  let last: Pairing | null = null
  for (const pair of pairs) {
    if (last !== null && (pair.reference > last.reference + 1 || pair.text > last.text + 1)) {
      edits.push({
        referenceFrom: last.reference + 1,
        referenceTo: pair.reference,
        textFrom: last.text + 1,
        textTo: pair.text,
      })
    }
    last = pair
  }
  const [first, end] = [pairs[0] ?? { reference: 0, text: 0 }, pairs.at(-1) ?? { reference: -1, text: -1 }]
  return {
    textFrom: first.text,
    textTo: end.text + 1,
    referenceFrom: first.reference,
    referenceTo: end.reference + 1,
    shared: pairs.length,
    edits,
  }
}
