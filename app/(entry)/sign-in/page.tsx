import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentSession } from '#app/_server/request.ts'
import { isSetUp } from '#lib/auth/commands/set-up.ts'
import { webRuntime } from '#lib/wiring.ts'
import { SignInForm } from './sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

/** Where a person proves who they are. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  if (await currentSession()) redirect('/')
  if (!(await isSetUp(webRuntime().db))) redirect('/set-up')
  const { to } = await searchParams
  return (
    <>
      <div>
        <h1 className="text-title font-semibold tracking-tight">Sign in</h1>
        <p className="mt-1 text-muted">With the account an administrator of this installation made for you.</p>
      </div>
      <SignInForm to={typeof to === 'string' ? to : '/'} />
    </>
  )
}
