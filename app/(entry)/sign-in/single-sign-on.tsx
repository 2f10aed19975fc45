import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { signInOidcAction } from './sign-in-oidc.ts'

/** The way through the company's identity provider, above the way with a password. */
export function SingleSignOn({ to }: { to: string }) {
  return (
    <>
      <form action={signInOidcAction} className="flex flex-col">
        <input type="hidden" name="to" value={to} />
        <SubmitButton>Sign in with single sign-on</SubmitButton>
      </form>
      <p className="text-sm text-muted">Or with a password that was set here:</p>
    </>
  )
}
