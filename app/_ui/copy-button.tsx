'use client'

import { Check, Copy, X } from 'lucide-react'
import { useState } from 'react'
import { words } from './words.ts'

const GLYPHS = { idle: Copy, copied: Check, failed: X } as const
const LABELS = { idle: words.hash.copy, copied: words.hash.copied, failed: words.hash.failed } as const

/** Copies a value and says whether that worked. Browsers refuse over plain http; the value itself stays selectable. */
export function CopyButton({ value, name }: { value: string; name: string }) {
  const [state, setState] = useState<keyof typeof GLYPHS>('idle')
  const Glyph = GLYPHS[state]
  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <button
      type="button"
      onClick={() => void copy()}
      onBlur={() => setState('idle')}
      title={LABELS[state]}
      className="inline-grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:bg-sunken hover:text-ink print:hidden"
    >
      <Glyph aria-hidden className="size-3.5" strokeWidth={1.75} />
      <span className="sr-only" aria-live="polite">
        {LABELS[state]} {name}
      </span>
    </button>
  )
}
