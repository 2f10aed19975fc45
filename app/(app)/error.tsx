'use client'

import { buttonClass } from '#app/_ui/button-class.ts'
import { ErrorState } from '#app/_ui/error-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { words } from '#app/_ui/words.ts'

interface PageErrorProps {
  error: unknown
  retry: () => void
}

/** A page that failed: the frame stays, and the reference finds the cause in the server's log. */
export default function PageError({ error, retry }: PageErrorProps) {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  return (
    <>
      <PageHeader title="This page failed" />
      <ErrorState
        what="Something went wrong while this page was made."
        kept="Everything on record. Opening a page changes nothing."
        next="Try again. If it fails again, give the reference to whoever runs this installation: it stands in the server’s log."
        reference={typeof digest === 'string' ? digest : undefined}
        action={
          <button type="button" onClick={() => retry()} className={buttonClass('secondary')}>
            {words.states.retry}
          </button>
        }
      />
    </>
  )
}
