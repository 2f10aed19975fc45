import type { NoticeGap } from './notices.ts'

const GAPS: Readonly<Record<NoticeGap, (detail: string | null) => string>> = {
  'revision-unknown': () => 'Nobody knows which revision runs. Register the commit.',
  'no-text': () => 'No licence text governs what runs. Conclude which one does, or register a revision that holds one.',
  'text-not-recognised': (verdict) =>
    `The governing text is no licence that is known (${verdict ?? 'UNKNOWN'}); what it asks to be said is not known.`,
  'terms-not-read': (name) => `Nobody has read what ${name ?? 'this licence'} asks to be said.`,
  'notice-not-read-surely': (section) =>
    `What the licence asks to be said was not read with enough confidence${section === null ? '' : ` (section ${section})`}.`,
  'notice-words-not-found': (section) =>
    `The licence dictates a notice${section === null ? '' : ` (section ${section})`}, and its words were not found in the text.`,
  'text-not-held': (what) => `A text is not held: ${what ?? 'the licence'}.`,
}

/** Why a deployment is not in the notice file, and what to do about it. */
export function noticeGapSentence(because: NoticeGap, detail: string | null): string {
  return GAPS[because](detail)
}
