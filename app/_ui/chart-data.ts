/** At most six series; shape the rest into "other" before they come here. */
export interface ChartSeries {
  key: string
  label: string
}

export interface ChartPoint {
  /** As it stands under the axis and in the table: a week, a quarter, a family. */
  label: string
  /** The instant, where the axis is time. */
  at?: Date | undefined
  /** The list behind this point. */
  href?: string | undefined
  /** Null where nothing is known; never a drawn zero. */
  values: Record<string, number | null>
}

/** Something that happened, marked on the axis. */
export interface ChartEvent {
  label: string
  /** Label of the point it belongs to, or its instant on a time axis. */
  at: string | Date
}

/** Colour of a series by its place; the order is the same everywhere. */
export function chartColour(index: number): string {
  return `var(--color-chart-${(index % 6) + 1})`
}

/** Strokes of lines by their place, so that they differ without colour. */
export const LINE_DASHES = ['0', '6 3', '2 3', '10 3 2 3', '12 4', '1 4'] as const

/** The ticks of a zero-based axis: round, evenly spaced, the last at or above the largest value. */
export function axisTicks(max: number): number[] {
  const rough = Math.max(max, 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough) ?? 10) * power)
  const whole = Math.ceil(step)
  return Array.from({ length: Math.max(1, Math.ceil(max / whole)) + 1 }, (_, index) => index * whole)
}

/** Moves labels apart that would overlap, within 0 and `limit`; returns how far each leaves its own height, in pixels. */
export function spreadLabels(heights: readonly number[], gap: number, limit: number): number[] {
  const placed = heights.map((height, index) => ({ index, height })).sort((a, b) => a.height - b.height)
  let above = Number.NEGATIVE_INFINITY
  for (const label of placed) {
    label.height = Math.max(label.height, above + gap)
    above = label.height
  }
  let below = limit + gap
  for (const label of placed.toReversed()) {
    label.height = Math.min(label.height, below - gap)
    below = label.height
  }
  const offsets = heights.map(() => 0)
  for (const label of placed) offsets[label.index] = label.height - (heights[label.index] ?? 0)
  return offsets
}
