'use client'

import { useEffect } from 'react'

const OPEN_AFTER = 200
const CLOSE_AFTER = 180

function markOf(target: EventTarget | null): HTMLButtonElement | null {
  return target instanceof Element ? target.closest<HTMLButtonElement>('button[data-on-demand]') : null
}

function popoverOf(mark: HTMLButtonElement): HTMLElement | null {
  return mark.popoverTargetElement instanceof HTMLElement ? mark.popoverTargetElement : null
}

/** Opens `OnDemand` marks on pointing and on keyboard focus. One listener serves every mark of the page. */
export function OnDemandPointer() {
  useEffect(() => {
    const stop = new AbortController()
    const options = { signal: stop.signal }
    let timer: ReturnType<typeof setTimeout> | undefined
    // The one mark opened by pointing or focus. A pressed mark stays until it is dismissed.
    let light: HTMLButtonElement | undefined

    const open = (mark: HTMLButtonElement) => {
      const popover = popoverOf(mark)
      if (!popover || popover.matches(':popover-open')) return
      popover.showPopover({ source: mark })
      light = mark
    }
    const close = () => {
      if (light) popoverOf(light)?.hidePopover()
      light = undefined
    }
    const isOver = (target: EventTarget | null) =>
      light !== undefined && target instanceof Node && (light.contains(target) || popoverOf(light)?.contains(target))

    document.addEventListener(
      'pointerover',
      (event) => {
        if (event.pointerType !== 'mouse') return
        const mark = markOf(event.target)
        if (isOver(event.target)) clearTimeout(timer)
        else if (mark) {
          clearTimeout(timer)
          timer = setTimeout(() => open(mark), OPEN_AFTER)
        } else {
          clearTimeout(timer)
          if (light) timer = setTimeout(close, CLOSE_AFTER)
        }
      },
      options,
    )
    document.addEventListener(
      'focusin',
      (event) => {
        const mark = markOf(event.target)
        if (mark?.matches(':focus-visible')) open(mark)
        else if (light && !isOver(event.target)) close()
      },
      options,
    )
    document.addEventListener(
      'click',
      (event) => {
        const mark = markOf(event.target)
        clearTimeout(timer)
        // Pressing what pointing has opened pins it, instead of closing it under the reader's hand.
        if (mark && mark === light && popoverOf(mark)?.matches(':popover-open')) {
          event.preventDefault()
          light = undefined
        }
      },
      options,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [])
  return null
}
