/** What a generation is derived from: names and dates, nothing measured. */
export interface GenerationInput {
  name: string
  family: string | null
  baseName: string | null
  /** The open model a hosted product is tied to by a stated relation, where one is. */
  siblingName: string | null
  releaseOn: string | null
}

// `Qwen3-8B`, `CodeQwen1.5-7B`, `Qwen3Guard-…`: the number touches the word. In `Qwen-7B` it is a size.
const ATTACHED = /Qwen(\d+(?:\.\d+)?)/
// `Qwen-Image-2.0`, `Qwen-Drive-1.0-4B`, `Qwen Audio 3.1 TTS`: a line's own version. `Qwen-Image-2512` is a date, so the dot is required.
const OWN_VERSION = /^Qwen[ -](?:Image|Drive|Audio)[ -](\d+\.\d+)\b/
// The first generation carried no number; only a model's own name says so, since families kept their name while models moved on.
const FIRST = /^Qwen-(?:\d|VL|Audio|Image)/
const REASONING = /^(?:QwQ|QVQ)\b/

// First open weights of the generations that QwQ and QVQ were built on.
const STARTS: readonly (readonly [startsOn: string, generation: string])[] = [
  ['2025-04-29', '3'],
  ['2024-09-19', '2.5'],
  ['2024-06-07', '2'],
]

/**
 * The generation as a plain number ("1", "2.5", "3.8"), or null where no source gives one. `Next` models stay in the generation
 * they are named after: a preview of an architecture, were it counted as newer, would hide what the generation keeps closed.
 * Moving aliases without a number (`qwen-plus`) have none. QwQ and QVQ, which carry no number, take their base model's, else
 * that of the generation open on the day of their release.
 */
export function generationOf(input: GenerationInput): string | null {
  return (
    generationInName(input.name) ??
    numberInName(input.family) ??
    (REASONING.test(input.name) ? (generationInName(input.baseName) ?? generationOn(input.releaseOn)) : null) ??
    generationInName(input.siblingName)
  )
}

/** Orders generations: negative when `a` is older. */
export function compareGenerations(a: string, b: string): number {
  return Number(a) - Number(b)
}

function generationInName(name: string | null): string | null {
  return numberInName(name) ?? (name && FIRST.test(ownName(name)) ? '1' : null)
}

function numberInName(name: string | null): string | null {
  if (!name) return null
  const own = ownName(name)
  const number = OWN_VERSION.exec(own)?.[1] ?? ATTACHED.exec(own)?.[1]
  return number === undefined ? null : String(Number(number))
}

function ownName(name: string): string {
  return name.slice(name.indexOf('/') + 1)
}

function generationOn(day: string | null): string | null {
  if (!day) return null
  return STARTS.find(([startsOn]) => day >= startsOn)?.[1] ?? null
}
