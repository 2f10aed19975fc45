import type { Density } from './table-params.ts'

export const HEAD_CELL =
  'sticky top-0 z-20 h-9 border-b bg-canvas px-3 text-xs font-medium whitespace-nowrap text-muted print:static print:px-1 print:whitespace-normal'

/** Row heights: 36 px as a rule, 44 px where fingers point. */
export const ROW_HEIGHT: Record<Density, string> = {
  compact: 'h-7 pointer-coarse:h-11',
  standard: 'h-9 pointer-coarse:h-11',
  roomy: 'h-11',
}

/** The first column stays in sight, and leaves room for the others on a narrow screen. */
export const FIRST_CELL =
  'sticky z-10 min-w-36 max-w-44 whitespace-normal [overflow-wrap:anywhere] md:min-w-64 md:max-w-96 print:static print:max-w-none print:min-w-24'
