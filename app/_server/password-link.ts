import { webRuntime } from '#lib/wiring.ts'

/** The address a person opens to set their password. */
export function passwordLink(secret: string): string {
  return `${webRuntime().environment.publicUrl}/set-password?link=${secret}`
}
