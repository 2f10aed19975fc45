'use client'

import { useRouter } from 'next/navigation'
import { useActionState, useEffect, useState } from 'react'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { lookNowAction } from '../../_components/look-now.ts'
import type { LookView } from './look-view.ts'
import { progressText, stateText } from './look-words.ts'

const EVERY_MS = 1_000

interface LookWatchProps {
  sourceId: string
  initial: LookView
  canLook: boolean
}

/** The button that has a source looked at, and the look itself while it is under way. Leaving the page ends nothing. */
export function LookWatch({ sourceId, initial, canLook }: LookWatchProps) {
  const [state, send] = useActionState(lookNowAction, FRESH_FORM)
  const [view, setView] = useState(initial)
  const [isLost, setLost] = useState(false)
  const router = useRouter()
  const isAsked = state.result !== null
  const isBusy = view.state === 'waiting' || view.state === 'running'

  useEffect(() => {
    if (isAsked) setView((before) => (before.state === 'running' ? before : { ...before, ...JUST_ASKED }))
  }, [isAsked])

  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(async () => {
      const next = await ask(sourceId)
      setLost(next === null)
      if (next === null) return
      setView(next)
      // What the look found is on the page itself.
      if (next.state === 'idle' || next.state === 'abandoned') router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [isBusy, router, sourceId])

  return (
    <div className="flex max-w-md flex-col items-start gap-2 sm:items-end">
      <ErrorSummary errors={state.refusals} />
      <div role="status" className={view.state === 'idle' ? 'sr-only' : 'text-sm'}>
        {isLost ? 'This page could not be brought up to date; it tries again.' : stateText(view)}
      </div>
      {isBusy && (
        <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted sm:w-80 sm:justify-end">
          {view.state === 'running' && (
            <progress
              aria-label="Repositories"
              className="h-2 min-w-24 flex-1 appearance-none overflow-hidden rounded bg-edge/30 [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-accent"
              {...(view.total === null ? {} : { value: view.done, max: Math.max(view.total, 1) })}
            />
          )}
          <span className="tabular-nums">{progressText(view)}</span>
        </div>
      )}
      {canLook && !isBusy && (
        <form action={send}>
          <input type="hidden" name="sourceId" value={sourceId} />
          <SubmitButton>Look now</SubmitButton>
        </form>
      )}
    </div>
  )
}

const JUST_ASKED = { state: 'waiting', seconds: 0, isUnattended: false } as const

/** Null where the server could not be asked. */
async function ask(sourceId: string): Promise<LookView | null> {
  try {
    const answer = await fetch(`/sources/${sourceId}/work`, { cache: 'no-store' })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
