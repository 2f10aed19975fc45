import type { ChangeKind } from '#lib/upstream/change.ts'

export type ChangeSection = 'licences' | 'models' | 'gating' | 'other'

const SECTION_OF: Readonly<Record<ChangeKind, ChangeSection>> = {
  licence_text_changed: 'licences',
  licence_declaration_changed: 'licences',
  licence_mismatch_opened: 'licences',
  licence_mismatch_cleared: 'licences',
  licence_removed: 'licences',
  base_licence_changed: 'licences',
  released: 'models',
  withheld: 'models',
  disabled: 'models',
  emptied: 'models',
  returned: 'models',
  successor_api_only: 'models',
  retirement_announced: 'models',
  gated: 'gating',
  ungated: 'gating',
  gate_terms_changed: 'gating',
  revised: 'other',
  tokenizer_changed: 'other',
  config_changed: 'other',
  card_changed: 'other',
  moved: 'other',
  owner_changed: 'other',
  re_registered: 'other',
  history_rewritten: 'other',
  announcement: 'other',
}

/** The section of the report a change stands in. */
export function sectionOf(kind: ChangeKind): ChangeSection {
  return SECTION_OF[kind]
}
