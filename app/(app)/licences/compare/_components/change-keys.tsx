'use client'

import { useEffect, useState } from 'react'
import { buttonClass } from '#app/_ui/button-class.ts'

/** Goes from one change to the next: by `n` and `p` while nobody types, and by buttons. */
export function ChangeKeys({ count }: { count: number }) {
  const [shown, setShown] = useState<number>()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key !== 'n' && event.key !== 'p') return
      event.preventDefault()
      setShown(goBy(event.key === 'n' ? 1 : -1))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    openFoldOfTarget()
    window.addEventListener('hashchange', openFoldOfTarget)
    return () => window.removeEventListener('hashchange', openFoldOfTarget)
  }, [])
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b px-4 py-1.5 text-sm print:hidden">
      <p className="text-muted" aria-live="polite">
        {shown === undefined
          ? `${count.toLocaleString('en')} ${count === 1 ? 'clause differs' : 'clauses differ'}`
          : `Change ${shown.toLocaleString('en')} of ${count.toLocaleString('en')}`}
      </p>
      <div className="flex items-center gap-2">
        <button type="button" className={buttonClass('secondary', 'small')} onClick={() => setShown(goBy(-1))}>
          Previous <Key name="p" />
        </button>
        <button type="button" className={buttonClass('secondary', 'small')} onClick={() => setShown(goBy(1))}>
          Next <Key name="n" />
        </button>
      </div>
    </div>
  )
}

function Key({ name }: { name: string }) {
  return <kbd className="rounded-sm border px-1 font-mono text-xs text-muted pointer-coarse:hidden">{name}</kbd>
}

/** Not every browser opens the fold that holds what was linked to. */
function openFoldOfTarget(): void {
  const target = document.getElementById(window.location.hash.slice(1))
  const fold = target?.closest('details')
  if (!fold || fold.open) return
  fold.open = true
  target?.scrollIntoView({ block: 'start' })
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null
  )
}

/** What stands above this line of the window has been passed. */
const READING_LINE = 130

/** Moves to the next or previous change from where the reader is, round at the ends; answers its number. */
function goBy(step: 1 | -1): number {
  const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')]
  const focused = changes.findIndex((change) => change.contains(document.activeElement))
  const tops = changes.map((change) => change.getBoundingClientRect().top)
  const passed = tops.filter((top) => top < READING_LINE).length
  const from = focused >= 0 ? focused : step === 1 ? passed - 1 : passed
  const next = (from + step + changes.length) % changes.length
  const change = changes[next]
  change?.focus({ preventScroll: true })
  change?.scrollIntoView({ block: 'start' })
  return next + 1
}
