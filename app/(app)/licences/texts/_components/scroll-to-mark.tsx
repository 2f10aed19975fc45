'use client'

import { useEffect } from 'react'

/** Brings the marked words into sight where the address names no place of its own. */
export function ScrollToMark({ id }: { id: string }) {
  useEffect(() => {
    if (window.location.hash === '') document.getElementById(id)?.scrollIntoView({ block: 'center' })
  }, [id])
  return null
}
