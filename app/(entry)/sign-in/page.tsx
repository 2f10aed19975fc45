import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentSession } from '#app/_server/request.ts'
import { singleSignOn } from '#app/_server/single-sign-on.ts'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { isSetUp } from '#lib/auth/commands/set-up.ts'
import { oidcRefusal } from '#lib/auth/oidc-refusals.ts'
import { webRuntime } from '#lib/wiring.ts'
import { SignInForm } from './sign-in-form.tsx'
import { SingleSignOn } from './single-sign-on.tsx'

export const metadata: Metadata = { title: 'Sign in' }

/** Where a person proves who they are. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  if (await currentSession()) redirect('/')
  if (!(await isSetUp(webRuntime().db))) redirect('/set-up')
  const query = await searchParams
  const to = typeof query['to'] === 'string' ? query['to'] : '/'
  const refusal = oidcRefusal(query['error'])
  const hasSingleSignOn = singleSignOn() !== null
  return (
    <>
      <div>
        <h1 className="text-title font-semibold tracking-tight">Sign in</h1>
        <p className="mt-1 text-muted">
          {hasSingleSignOn
            ? 'Through your company, or with an account an administrator of this installation made for you.'
            : 'With the account an administrator of this installation made for you.'}
        </p>
      </div>
      {refusal && <ErrorSummary errors={[refusal]} />}
      {hasSingleSignOn && <SingleSignOn to={to} />}
      <SignInForm to={to} />
    </>
  )
}
