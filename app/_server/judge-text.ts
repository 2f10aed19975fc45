import type { Identification } from '#lib/licences/identification.ts'
import { type Outcome, ok, type Refusal } from '#lib/shared/outcome.ts'
import type { AppCtx } from '#lib/wiring.ts'

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
