import { hash, verify } from '@node-rs/argon2'
import type { Refusal } from '#lib/shared/outcome.ts'

// OWASP Password Storage Cheat Sheet: argon2id (this package's default), 19 MiB, two passes.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | undefined

/** Hashes a password for keeping. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), OPTIONS)
}

/** Whether the password fits; without a hash the same work is done against a decoy, so that time tells nothing. */
export async function fitsPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this password', OPTIONS)
  const fits = await verify(stored ?? (await decoy), password.normalize('NFC'))
  return fits && stored !== null
}

/** Why a new password is refused, if it is. Length is what counts (NIST SP 800-63B section 3.1.1.2). */
export function refuseWeakPassword(password: string, email: string, field = '/password'): Refusal[] {
  if (password.length < 12) {
    return [
      {
        field,
        rule: 'password.short',
        message: 'The password has fewer than 12 characters.',
        remedy: 'Take at least 12; a sentence is easy to remember.',
      },
    ]
  }
  if (password.length > 256) {
    return [
      {
        field,
        rule: 'password.long',
        message: 'The password has more than 256 characters.',
        remedy: 'Take at most 256.',
      },
    ]
  }
  const isGuessable = new Set(password.toLowerCase()).size < 5 || password.toLowerCase().includes(email.toLowerCase())
  if (isGuessable) {
    return [
      {
        field,
        rule: 'password.guessable',
        message: 'The password repeats itself or holds the mail address.',
        remedy: 'Take one that nobody who knows you would try.',
      },
    ]
  }
  return []
}
