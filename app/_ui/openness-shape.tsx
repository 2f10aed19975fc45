import type { ReactNode } from 'react'
import type { Openness } from './openness.ts'

const RING = <circle cx="8" cy="8" r="6" />

/** The fuller the disc, the more open. Each shape is different, so that none needs a colour. */
const SHAPES: Record<Openness, ReactNode> = {
  permissive: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  conditional: (
    <>
      {RING}
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />
    </>
  ),
  research: (
    <>
      {RING}
      <path d="M8 8V2a6 6 0 0 1 6 6z" fill="currentColor" stroke="none" />
    </>
  ),
  gated: (
    <>
      {RING}
      <path d="M5.5 5v6M8 4v8M10.5 5v6" strokeWidth="1.25" />
    </>
  ),
  api_only: RING,
  withdrawn: (
    <>
      {RING}
      <path d="m4 12 8-8" />
    </>
  ),
  unknown: <circle cx="8" cy="8" r="6" strokeDasharray="2.2 2.5" />,
}

/** The shape alone, for where the word stands close by: legends and chart labels. */
export function OpennessShape({ openness, className = 'size-3.5' }: { openness: Openness; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      className={`shrink-0 ${className}`}
    >
      {SHAPES[openness]}
    </svg>
  )
}
