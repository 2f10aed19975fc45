'use client'

import './globals.css'
import { buttonClass } from './_ui/button-class.ts'
import { ErrorState } from './_ui/error-state.tsx'
import { words } from './_ui/words.ts'

interface GlobalErrorProps {
  error: unknown
  retry: () => void
}

/** Stands in for the whole document when not even its frame could be made. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  return (
    <html lang="en">
      <head>
        <title>Failed · Weighbridge</title>
      </head>
      <body>
        <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center gap-6 px-4 py-12">
          <h1 className="text-title font-semibold tracking-tight">Weighbridge cannot show anything now</h1>
          <ErrorState
            what="The page and its frame could not be made."
            kept="Everything on record."
            next="Try again in a minute. If it stays so, see whether /api/ready answers, and give the reference to whoever runs this installation."
            reference={typeof digest === 'string' ? digest : undefined}
            action={
              <button type="button" onClick={() => retry()} className={buttonClass('secondary')}>
                {words.states.retry}
              </button>
            }
          />
        </main>
      </body>
    </html>
  )
}
