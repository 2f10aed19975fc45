/** Status colours mean status and nothing else. */
export type Tone = 'ok' | 'duty' | 'review' | 'deny' | 'unknown'

export const TONE_TEXT: Record<Tone, string> = {
  ok: 'text-ok',
  duty: 'text-duty',
  review: 'text-review',
  deny: 'text-deny',
  unknown: 'text-unknown',
}

export const TONE_TINT: Record<Tone, string> = {
  ok: 'bg-ok-tint text-ok',
  duty: 'bg-duty-tint text-duty',
  review: 'bg-review-tint text-review',
  deny: 'bg-deny-tint text-deny',
  unknown: 'bg-unknown-tint text-unknown',
}
