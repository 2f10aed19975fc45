import regions from './data/regions.json' with { type: 'json' }

/** Every place that can be named: ISO 3166-1 alpha-2, officially assigned. */
export const REGION_CODES: readonly string[] = regions.codes

const KNOWN = new Set(REGION_CODES)

/** Whether a code names a place. */
export function isRegion(code: string): boolean {
  return KNOWN.has(code)
}
