import type { Identification } from '#lib/licences/identification.ts'
import { type Outcome, ok, type Refusal } from '#lib/shared/outcome.ts'
import type { AppCtx } from '#lib/wiring.ts'
import { problem, refusal } from './handler.ts'

/**
 * Finds what some bytes are as a licence text, without keeping them and away from whatever serves other requests. Every door
 * that only asks comes through here.
 */
export async function judgeText({ textJudge }: AppCtx, bytes: Uint8Array): Promise<Outcome<Identification>> {
  const judged = await textJudge.identify(bytes)
  return judged.ok ? ok(judged.value.identification) : judged
}

/** Whether a text was refused only because others were being judged. */
export function isBusy(refusal: Refusal): boolean {
  return refusal.rule === 'text.busy'
}

/** The answer to a text that was not judged: refused, or to be sent again when less is going on. */
export function unjudgedAnswer(refusals: Refusal[]): Response {
  if (!refusals.some(isBusy)) return refusal(refusals)
  const title = 'Too many texts are being judged; nothing was kept.'
  return problem(503, 'busy', title, { errors: refusals }, { 'retry-after': '10' })
}
