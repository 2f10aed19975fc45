'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { buttonClass } from './button-class.ts'
import { words } from './words.ts'

/** Put inside a form: asks before a link or the browser leaves while something entered has not been sent. */
export function UnsavedGuard() {
  const anchor = useRef<HTMLSpanElement>(null)
  const isDirty = useRef(false)
  const [target, setTarget] = useState<string>()
  const router = useRouter()

  useEffect(() => {
    const form = anchor.current?.closest('form')
    if (!form) return
    const stop = new AbortController()
    const options = { signal: stop.signal }
    form.addEventListener('input', () => (isDirty.current = true), options)
    form.addEventListener('submit', () => (isDirty.current = false), options)
    window.addEventListener('beforeunload', (event) => isDirty.current && event.preventDefault(), options)
    document.addEventListener(
      'click',
      (event) => {
        const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
        if (!isDirty.current || !link || link.target === '_blank' || event.metaKey || event.ctrlKey) return
        const to = new URL(link.href)
        // A link within this page, or to a file, leaves nothing behind; another site meets the browser's own question.
        if (link.download || to.origin !== location.origin || to.pathname === location.pathname) return
        event.preventDefault()
        event.stopPropagation()
        setTarget(to.pathname + to.search + to.hash)
      },
      { ...options, capture: true },
    )
    return () => stop.abort()
  }, [])

  return (
    <>
      <span ref={anchor} hidden />
      <AlertDialog.Root open={target !== undefined} onOpenChange={(isOpen) => !isOpen && setTarget(undefined)}>
        <AlertDialog.Portal>
          <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
          <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-100 max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 rounded border bg-raised p-5 shadow-float">
            <AlertDialog.Title className="text-reading leading-6 font-semibold">
              {words.form.leaveTitle}
            </AlertDialog.Title>
            <AlertDialog.Description className="mt-1 text-muted">{words.form.leaveEffect}</AlertDialog.Description>
            <div className="mt-4 flex justify-end gap-2">
              <button
                type="button"
                className={buttonClass('danger')}
                onClick={() => {
                  isDirty.current = false
                  if (target) router.push(target as Route)
                  setTarget(undefined)
                }}
              >
                {words.form.leave}
              </button>
              <AlertDialog.Close className={buttonClass('primary')}>{words.form.stay}</AlertDialog.Close>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </>
  )
}
