import { createHash, randomBytes } from 'node:crypto'

/** 256 bits of randomness, safe in a URL and in a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored instead of a secret. Secrets here are random, so a plain hash is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
