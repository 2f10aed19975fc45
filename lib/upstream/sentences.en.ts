import type { ChangeKind } from './change.ts'

const SENTENCES: Readonly<Record<ChangeKind, (model: string) => string>> = {
  released: (model) => `${model} was released.`,
  revised: (model) => `The weights of ${model} were replaced under an unchanged name.`,
  tokenizer_changed: (model) => `The tokenizer of ${model} changed.`,
  config_changed: (model) => `The configuration of ${model} changed.`,
  card_changed: (model) => `The card of ${model} changed.`,
  licence_text_changed: (model) => `The licence text of ${model} changed.`,
  licence_declaration_changed: (model) => `The card of ${model} declares its licence otherwise.`,
  licence_mismatch_opened: (model) => `Declared licence and licence text of ${model} disagree.`,
  licence_mismatch_cleared: (model) => `Declared licence and licence text of ${model} no longer disagree.`,
  licence_removed: (model) => `${model} holds no licence text any more.`,
  gated: (model) => `${model} is now handed out only after its terms are accepted.`,
  ungated: (model) => `${model} is handed out without accepting terms again.`,
  gate_terms_changed: (model) => `The terms at the gate of ${model} changed.`,
  withheld: (model) => `${model} does not answer any more: private or deleted, an anonymous answer cannot tell.`,
  disabled: (model) => `The hub disabled ${model}.`,
  emptied: (model) => `The weights of ${model} are gone, its card stays.`,
  returned: (model) => `${model} can be had again.`,
  moved: (model) => `${model} has another name than before.`,
  owner_changed: (model) => `${model} belongs to another owner.`,
  re_registered: (model) => `Another repository carries the name ${model} now.`,
  base_licence_changed: (model) => `The licence of the model that ${model} was made from changed.`,
  history_rewritten: (model) => `The history of ${model} was rewritten: the commit seen before is gone.`,
  successor_api_only: (model) => `The successor of ${model} is offered as an API only.`,
  announcement: (model) => `The publisher announced something about ${model}.`,
  retirement_announced: (model) => `The end of ${model} was announced.`,
}

/** What happened, in one plain sentence. */
export function changeSentence(kind: ChangeKind, model: string): string {
  return SENTENCES[kind](model)
}
