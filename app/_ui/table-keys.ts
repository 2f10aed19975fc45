import { type RefObject, useEffect } from 'react'

/** `j` and `k` move through the rows' first links, `Enter` is the link's own, `/` goes to the search field. */
export function useTableKeys(body: RefObject<HTMLTableSectionElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('[data-table-search]')
        if (!search) return
        event.preventDefault()
        search.focus()
      } else if (event.key === 'j' || event.key === 'k') {
        moveBy(body.current, event.key === 'j' ? 1 : -1)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [body])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null
  )
}

function moveBy(body: HTMLTableSectionElement | null, step: 1 | -1): void {
  if (!body) return
  const rows = [...body.rows]
  const current = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[current === -1 ? (step === 1 ? 0 : rows.length - 1) : current + step]
  next?.querySelector<HTMLElement>('th a[href], td a[href]')?.focus()
}
