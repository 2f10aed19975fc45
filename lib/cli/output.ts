import { Failure } from '#lib/shared/failure.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { HubError } from '#lib/upstream/hub-client.ts'

/** Exit codes of every command: fine, policy says no, wrong use, could not reach or failed. */
export const EXIT = { fine: 0, policy: 1, usage: 2, failed: 3 } as const

/** Prints a result: as JSON for programs, else as lines for people. */
export function print(asJson: boolean, value: unknown, lines: string[]): void {
  process.stdout.write(asJson ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`)
}

/** Prints why nothing was done and answers the exit code for wrong use. */
export function printRefusals(asJson: boolean, refusals: Refusal[]): number {
  if (asJson) process.stdout.write(`${JSON.stringify({ errors: refusals })}\n`)
  else
    for (const refusal of refusals)
      process.stderr.write(`${refusal.field || 'input'}: ${refusal.message} ${refusal.remedy}\n`)
  return EXIT.usage
}

/** Prints a failure as one sentence, with its cause where there is one, and answers the exit code. */
export function printFailure(asJson: boolean, error: unknown): number {
  const message = error instanceof Error ? error.message : String(error)
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  const isKnown = error instanceof Failure || error instanceof HubError
  if (asJson) process.stdout.write(`${JSON.stringify({ error: message })}\n`)
  process.stderr.write(`${message}${isKnown ? '' : cause}\n`)
  return EXIT.failed
}
