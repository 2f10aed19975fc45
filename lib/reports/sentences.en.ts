import type { ChangeKind } from '#lib/upstream/change.ts'
import type { Gap, GapKind, Statement, WeeklyReport } from './weekly-report.ts'

export type SectionName = keyof WeeklyReport['sections']

export const SECTION_TITLES: Readonly<Record<SectionName, string>> = {
  licences: 'Licence changes',
  models: 'Released and withdrawn models',
  gating: 'Gating',
  other: 'Other changes',
  findings: 'Findings',
  coverage: 'What was not seen',
}

const SUBJECTS: Readonly<Record<SectionName, readonly [one: string, many: string]>> = {
  licences: ['licence change', 'licence changes'],
  models: ['release or withdrawal', 'releases and withdrawals'],
  gating: ['change of gating', 'changes of gating'],
  other: ['other change', 'other changes'],
  findings: ['new or cleared finding', 'new and cleared findings'],
  coverage: ['source', 'sources'],
}

/** What a section says as a whole; an empty section says why it is empty. */
export function statementText(section: SectionName, { code, count }: Statement): string {
  const [one, many] = SUBJECTS[section]
  switch (code) {
    case 'some':
      return `${count} ${count === 1 ? one : many}.`
    case 'none':
      return `No ${one} this week.`
    case 'none-seen-with-gaps':
      return `No ${one} was seen, but not every source was read all week.`
    case 'before-first-look':
      return 'Nothing was watched yet: the first look came after this week.'
    case 'all-seen':
      return 'Every source was read all week.'
    case 'gaps':
      return `${count} ${count === 1 ? `${one} was` : `${many} were`} not read for some of the week.`
    case 'no-sources':
      return 'No source was being watched.'
  }
}

const CHANGES: Readonly<Record<ChangeKind, string>> = {
  released: 'Released',
  revised: 'New revision',
  tokenizer_changed: 'Tokenizer changed',
  config_changed: 'Configuration changed',
  card_changed: 'Model card changed',
  licence_text_changed: 'Licence text changed',
  licence_declaration_changed: 'Declared licence changed',
  licence_mismatch_opened: 'Declared licence and licence text now disagree',
  licence_mismatch_cleared: 'Declared licence and licence text no longer disagree',
  licence_removed: 'Licence text removed',
  gated: 'Access is now gated',
  ungated: 'Access is no longer gated',
  gate_terms_changed: 'Terms of the gate changed',
  withheld: 'No longer visible: private or deleted',
  disabled: 'Disabled by the hub',
  emptied: 'Weights removed',
  returned: 'Visible again',
  moved: 'Renamed or moved',
  owner_changed: 'Owner changed',
  re_registered: 'Another repository stands under the name',
  base_licence_changed: 'Licence of the base model changed',
  history_rewritten: 'History rewritten',
  successor_api_only: 'Succeeded by an API-only product',
  announcement: 'Announcement',
  retirement_announced: 'Retirement announced',
}

/** A kind of change in words. */
export function changeText(kind: ChangeKind): string {
  return CHANGES[kind]
}

const GAPS: Readonly<Record<GapKind, string>> = {
  'before-first-look': 'not yet looked at',
  paused: 'paused',
  failed: 'looks failed',
  partial: 'looks saw only a part',
  stale: 'no look was made',
}

/** A stretch in which a source was not seen, in words. */
export function gapText(gap: Gap): string {
  const end = gap.to === null ? 'still so' : `to ${gap.to}`
  const tries =
    gap.attempts === 0 ? '' : `, ${gap.attempts} attempt${gap.attempts === 1 ? '' : 's'} (${gap.reasons.join(', ')})`
  const last = gap.lastSeenAt === null ? 'never seen before' : `last seen ${gap.lastSeenAt}`
  return `${GAPS[gap.kind]} from ${gap.from}, ${end}${tries}; ${last}`
}
