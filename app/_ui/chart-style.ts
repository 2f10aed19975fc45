export const GRID_LINE = 'var(--color-hairline)'

/** How axes look in every chart. */
export const AXIS = {
  stroke: 'var(--color-edge)',
  tick: { fill: 'var(--color-muted)', fontSize: 12 },
  tickLine: false,
  minTickGap: 12,
} as const
