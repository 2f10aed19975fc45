import type { ChangeLevel } from '#lib/licences/licence-diff.ts'
import type { ChangeKind, ChangeStatus, ChangeValue } from './change.ts'
import { changedFile } from './change-record.ts'
import type { HubErrorKind } from './hub-client.ts'

interface Said {
  kind: ChangeKind
  model: string
  before: ChangeValue
  after: ChangeValue
  part: string
}

/** How much of a text changed; the words go on after "changed". */
const LEVELS: Readonly<Record<ChangeLevel, string>> = {
  identical: ' in nothing that can be read',
  typography: ' in layout, punctuation or spelling variants only',
  moved: ': its clauses stand in another order',
  identity: ' in names, dates or addresses only',
  wording: ' in its wording',
  operative: ', and what it grants or asks may have changed',
  replaced: ': another licence stands there now',
}

function levelOf(value: ChangeValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ''
  const { level } = value
  return Object.entries(LEVELS).find(([name]) => name === level)?.[1] ?? ''
}

/** Where the text went that stood under the path before: it moved and was not replaced. */
function displacedOf(after: ChangeValue): { path: string } | null {
  if (typeof after !== 'object' || after === null || Array.isArray(after)) return null
  return changedFile(after['displaced'] ?? null)
}

function textChanged({ model, before, after, part }: Said): string {
  const [was, is] = [changedFile(before), changedFile(after)]
  const moved = displacedOf(after)
  if (moved !== null && is !== null) {
    return `${is.path} of ${model} now holds another text; the one that stood there only moved, to ${moved.path}.`
  }
  if (was === null) return `${model} now holds the licence text ${is?.path ?? part}.`
  if (is === null) return `${model} no longer holds the text ${was.path}.`
  const path = was.path === is.path ? is.path : `${was.path}, now ${is.path},`
  return `The licence text ${path} of ${model} changed${levelOf(after)}.`
}

/** A declaration in the card's own words. */
function declared(value: ChangeValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'nothing'
  const { license, licenseName, tags } = value
  const names = [license, licenseName].flat().filter((name) => typeof name === 'string')
  if (names.length > 0) return names.join(', ')
  return Array.isArray(tags) && tags.length > 0 ? tags.join(', ') : 'nothing'
}

const word = (value: ChangeValue) => (typeof value === 'string' ? value : 'unknown')
const granted = (access: ChangeValue) => (access === 'gated_auto' ? 'automatically' : 'by hand')

const SENTENCES: Readonly<Record<ChangeKind, (said: Said) => string>> = {
  released: ({ model }) => `${model} was published.`,
  revised: ({ model }) => `The weights of ${model} changed.`,
  tokenizer_changed: ({ model }) => `The tokenizer of ${model} changed.`,
  config_changed: ({ model }) => `The configuration of ${model} changed.`,
  card_changed: ({ model }) => `The model card of ${model} changed.`,
  licence_text_changed: textChanged,
  licence_declaration_changed: ({ model, before, after }) =>
    declared(before) === declared(after)
      ? `What the card of ${model} says around its licence (${declared(after)}) changed.`
      : `The card of ${model} declares ${declared(after)}; before, it declared ${declared(before)}.`,
  licence_mismatch_opened: ({ model }) =>
    `What the card of ${model} declares and what its licence text is now disagree.`,
  licence_mismatch_cleared: ({ model, after }) =>
    after === 'agree'
      ? `What the card of ${model} declares and what its licence text is agree again.`
      : `No licence text contradicts what the card of ${model} declares any more.`,
  licence_removed: ({ model }) => `${model} no longer holds a licence text.`,
  gated: ({ model, after }) => `Access to ${model} now has to be asked for, and is granted ${granted(after)}.`,
  ungated: ({ model }) => `Access to ${model} no longer has to be asked for.`,
  gate_terms_changed: ({ model, part, after }) =>
    part === 'mode'
      ? `Access to ${model} is now granted ${granted(after)}.`
      : `What somebody has to accept before they reach ${model} changed.`,
  withheld: ({ model }) =>
    `${model} answers nobody any more: it is private or deleted, which of the two cannot be told.`,
  disabled: ({ model }) => `The hub has disabled ${model}.`,
  emptied: ({ model }) => `${model} no longer holds weights.`,
  returned: ({ model, before }) =>
    before === 'emptied' ? `${model} holds weights again.` : `${model} can be seen again.`,
  moved: ({ before, after }) => `${word(before)} is now called ${word(after)}.`,
  owner_changed: ({ model, before, after }) => `${model} went from ${word(before)} to ${word(after)}.`,
  re_registered: ({ model }) => `Another repository now stands under the name ${model}.`,
  base_licence_changed: ({ model }) => `The licence of the model that ${model} is made from changed.`,
  history_rewritten: ({ model }) => `The history of ${model} no longer holds the commit that was seen before.`,
  successor_api_only: ({ model }) => `What succeeds ${model} is offered only as a service.`,
  announcement: ({ model }) => `Something was announced about ${model}.`,
  retirement_announced: ({ model }) => `The end of ${model} was announced.`,
}

const STANDS: Readonly<Record<ChangeStatus, string>> = {
  suspected: ' Seen once so far; a second look has to confirm it.',
  confirmed: '',
  cleared: ' A later look found it otherwise, so it counts as not having happened.',
}

/** A change as one plain sentence, from its codes and values; never why, nor what it means in law. */
export function changeSentence(said: Said): string {
  return SENTENCES[said.kind](said)
}

/** The same, with what is still open about it. */
export function changeSummary(said: Said & { status: ChangeStatus }): string {
  return changeSentence(said) + STANDS[said.status]
}

export const STATUS_WORDS: Readonly<Record<ChangeStatus, string>> = {
  suspected: 'Suspected',
  confirmed: 'Confirmed',
  cleared: 'Cleared',
}

const REASONS: Readonly<Record<HubErrorKind, string>> = {
  unreachable: 'The hub could not be reached',
  timeout: 'The hub did not answer in time',
  rate_limited: 'The hub asked for fewer requests',
  server_error: 'The hub failed',
  not_found: 'The hub knows no such thing',
  revision_not_found: 'The hub does not hold this revision',
  file_not_found: 'The hub does not hold this file',
  withheld: 'The hub answers nobody about it',
  gated: 'Access has to be asked for',
  disabled: 'The hub has disabled it',
  refused_address: 'It led to an address that is not allowed',
  too_large: 'The answer was too large',
  not_json: 'The answer was no JSON',
  wrong_shape: 'The answer was not what it claims to be',
  unexpected_status: 'The hub answered with an unexpected status',
}

/** Why a look could not see, in words; a code no version of ours has written stands for itself. */
export function reasonText(reason: string): string {
  return Object.entries(REASONS).find(([kind]) => kind === reason)?.[1] ?? reason
}

export const OUTCOME_WORDS = {
  complete: 'Complete',
  partial: 'Partial',
  failed: 'Failed',
  interrupted: 'Interrupted',
} as const

const TRIGGERS: Readonly<Record<string, string>> = {
  schedule: 'by schedule',
  person: 'on request',
  command: 'from the command line',
  api: 'by the API',
}

/** What had a look made, in words. */
export function triggerText(trigger: string): string {
  return TRIGGERS[trigger] ?? trigger
}
