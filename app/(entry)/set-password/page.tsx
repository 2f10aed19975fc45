import type { Metadata } from 'next'
import { SetPasswordForm } from './set-password-form.tsx'

export const metadata: Metadata = { title: 'Set your password' }

/** Where a person sets their password by a one-time link. */
export default async function SetPasswordPage({ searchParams }: PageProps<'/set-password'>) {
  const { link } = await searchParams
  return (
    <>
      <div>
        <h1 className="text-title font-semibold tracking-tight">Set your password</h1>
        <p className="mt-1 text-muted">The link works once. Every other session of yours ends.</p>
      </div>
      <SetPasswordForm link={typeof link === 'string' ? link : ''} />
    </>
  )
}
