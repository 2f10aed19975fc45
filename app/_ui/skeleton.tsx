import { words } from './words.ts'

const WIDTHS = ['w-3/5', 'w-2/5', 'w-4/5', 'w-1/2', 'w-2/3'] as const

interface SkeletonProps {
  shape: 'rows' | 'text' | 'chart'
  rows?: number | undefined
}

/** The outline of what is coming, in its own shape and height; seen only after 200 ms. */
export function Skeleton({ shape, rows = 8 }: SkeletonProps) {
  return (
    <div role="status" className="skeleton-late">
      <span className="sr-only">{words.states.loading}</span>
      {shape === 'chart' ? (
        <div aria-hidden className="h-60 rounded bg-sunken" />
      ) : (
        <div aria-hidden className={shape === 'rows' ? 'divide-y rounded border bg-surface' : ''}>
          {Array.from({ length: rows }, (_, row) => row).map((row) => (
            <div key={row} className={shape === 'rows' ? 'flex h-9 items-center px-3' : 'flex h-5 items-center'}>
              <div className={`h-2.5 rounded-sm bg-sunken ${WIDTHS[row % WIDTHS.length]}`} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
