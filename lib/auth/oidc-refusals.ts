import type { Refusal } from '#lib/shared/outcome.ts'

/** Every way a sign-in through the identity provider ends without a session. The rule also travels in `/sign-in?error=`. */
export const OIDC_REFUSALS = {
  notSetUp: {
    field: '',
    rule: 'oidc.not_set_up',
    message: 'This installation has no administrator yet.',
    remedy: 'Open the set-up link its start has printed.',
  },
  noEmail: {
    field: '',
    rule: 'oidc.no_email',
    message: 'The identity provider sent no usable mail address for you.',
    remedy: 'Have one entered there, or ask an administrator of this installation to add you.',
  },
  unverifiedEmail: {
    field: '',
    rule: 'oidc.email_unverified',
    message: 'The identity provider does not say that your mail address was verified.',
    remedy: 'Have it verified there, or ask an administrator of this installation to add you.',
  },
  emailTaken: {
    field: '',
    rule: 'oidc.email_taken',
    message: 'Somebody here has this mail address already, with another way to sign in.',
    remedy: 'Sign in that way, or ask an administrator for a new password link.',
  },
  disabled: {
    field: '',
    rule: 'oidc.disabled',
    message: 'You may not sign in here any more.',
    remedy: 'Ask an administrator.',
  },
  expired: {
    field: '',
    rule: 'oidc.expired',
    message: 'This sign-in was not started in this browser, or was left lying for more than 15 minutes.',
    remedy: 'Start again here.',
  },
  denied: {
    field: '',
    rule: 'oidc.denied',
    message: 'The identity provider did not let you through.',
    remedy: 'Start again, or ask whoever runs it for access.',
  },
  failed: {
    field: '',
    rule: 'oidc.failed',
    message: 'Single sign-on did not come to its end.',
    remedy: 'Start again here; if that does not help, an administrator finds the reason in the log of the server.',
  },
} as const satisfies Record<string, Refusal>

/** The refusal a rule in an address stands for; null for anything that is none. */
export function oidcRefusal(rule: unknown): Refusal | null {
  return Object.values(OIDC_REFUSALS).find((refusal) => refusal.rule === rule) ?? null
}
