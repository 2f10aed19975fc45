'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY = 2_000

/** Asks the server for this page again and again while something on it is under way. */
export function RefreshWhile({ isActive }: { isActive: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!isActive) return
    const timer = setInterval(() => router.refresh(), EVERY)
    return () => clearInterval(timer)
  }, [isActive, router])
  return null
}
