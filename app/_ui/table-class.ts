import type { Density } from './table-params.ts'

export const HEAD_CELL =
  'sticky top-0 z-20 h-9 border-b bg-canvas px-3 text-xs font-medium whitespace-nowrap text-muted print:static print:px-1 print:whitespace-normal'

/** Row heights: 36 px as a rule, 44 px where fingers point. */
export const ROW_HEIGHT: Record<Density, string> = {
  compact: 'h-7 pointer-coarse:h-11',
  standard: 'h-9 pointer-coarse:h-11',
  roomy: 'h-11',
}
