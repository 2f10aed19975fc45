export type SizeTier = 'tiny' | 'small' | 'medium' | 'large' | 'max'

/** Upper bounds in billions of parameters, all of them counted, also those a mixture of experts leaves idle. */
export const TIER_BOUNDS: readonly (readonly [tier: SizeTier, upToB: number])[] = [
  ['tiny', 2], // a phone
  ['small', 10], // a laptop
  ['medium', 50], // one server card
  ['large', 1000], // one server
  ['max', Number.POSITIVE_INFINITY], // several
]

const TIER_WORDS: readonly (readonly [word: RegExp, tier: SizeTier])[] = [
  [/\bMax\b/i, 'max'],
  [/\bPlus\b/i, 'large'],
  [/\b(?:Flash|Turbo)\b/i, 'medium'],
]

/** The tier of a parameter count in billions. */
export function tierOfSize(totalB: number): SizeTier {
  return TIER_BOUNDS.find(([, upToB]) => totalB <= upToB)?.[0] ?? 'max'
}

/** The tier a provider's product name claims; sizes of hosted products are rarely published. */
export function tierOfProductName(name: string): SizeTier | null {
  return TIER_WORDS.find(([word]) => word.test(name))?.[1] ?? null
}

/** The total size a model name states, in billions: 235 for `Qwen3-235B-A22B`, never the active share after the A. */
export function sizeInName(name: string): number | null {
  const match = /(?<![A\d._])(\d+(?:[._]\d+)?)([BT])\b/.exec(name)
  if (!match?.[1]) return null
  const size = Number(match[1].replace('_', '.'))
  return match[2] === 'T' ? size * 1000 : size
}
