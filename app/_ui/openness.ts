import type { words } from './words.ts'

export type Openness = keyof typeof words.openness

/** The one order of the scale, from the most open; tables, charts and reports follow it. */
export const OPENNESS_ORDER: readonly Openness[] = [
  'permissive',
  'conditional',
  'research',
  'gated',
  'api_only',
  'withdrawn',
  'unknown',
]
