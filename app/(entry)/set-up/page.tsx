import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { isSetUp } from '#lib/auth/commands/set-up.ts'
import { webRuntime } from '#lib/wiring.ts'
import { SetUpForm } from './set-up-form.tsx'

export const metadata: Metadata = { title: 'Set up' }

/** Where the first administrator is made, once. */
export default async function SetUpPage({ searchParams }: PageProps<'/set-up'>) {
  if (await isSetUp(webRuntime().db)) redirect('/sign-in')
  const { link } = await searchParams
  if (typeof link !== 'string') {
    return (
      <>
        <h1 className="text-title font-semibold tracking-tight">Not set up yet</h1>
        <p className="text-muted">
          The start of the server printed a one-time link that makes the first administrator. Open that link; each start
          prints a new one until somebody has used it.
        </p>
      </>
    )
  }
  return (
    <>
      <div>
        <h1 className="text-title font-semibold tracking-tight">Set up this installation</h1>
        <p className="mt-1 text-muted">You become its first administrator. Nothing is fetched from outside before.</p>
      </div>
      <SetUpForm link={link} />
    </>
  )
}
