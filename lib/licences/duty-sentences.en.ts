import type { Applies, Duty, DutyKind, DutyReason, DutyReasonCode } from './duty.ts'

export const DUTY_TITLES: Readonly<Record<DutyKind, string>> = {
  licence_copy: 'Copy of the licence',
  notice_text: 'Notice',
  statement_of_changes: 'Statement of changes',
  display: 'Display',
  naming: 'Name of derived models',
  pass_on_terms: 'Terms to pass on',
  share_alike: 'Licence of derived models',
  use_policy: 'Use policy',
  use_limits: 'Limits on use',
  outputs: 'Training on outputs',
  threshold: 'Size',
  separate_licence: 'Separate licence',
  registration: 'Registration',
  territory: 'Territory',
  update: 'Updates',
  no_commercial_copies: 'No commercial copies',
}

export const APPLIES_WORDS: Readonly<Record<Applies, string>> = {
  yes: 'Applies',
  cannot_tell: 'Cannot be told',
  no: 'Does not apply',
}

const SENTENCES: Readonly<Record<DutyKind, string>> = {
  licence_copy: 'Give everybody who gets a copy of the model a copy of the licence.',
  notice_text: 'Keep the notices that came with the model in every copy.',
  statement_of_changes: 'Say prominently in changed files that they were changed.',
  display: 'Say visibly what the product or model is built on.',
  naming: 'Name models that were made from it as the licence asks.',
  pass_on_terms: 'Pass the restrictions on use on to those who get the model or are served with it.',
  share_alike: 'Give derived models on only under the terms the licence allows.',
  use_policy: 'Keep to the use policy that comes with the licence.',
  use_limits: 'Keep to the uses the licence does not rule out.',
  outputs: 'Follow what the licence says about training other models on outputs.',
  threshold: 'Ask the licensor for a licence above the figure the text names.',
  separate_licence: 'Get a separate licence from the licensor before such use.',
  registration: 'Register with the licensor before commercial use.',
  territory: 'Keep to the places in which the licence grants something.',
  update: 'Make reasonable efforts to use the newest version.',
  no_commercial_copies: 'Give copies on for no commercial purpose.',
}

const BY_VALUE: Readonly<Record<string, string>> = {
  'attribution_notice notice_file_text': 'Put the dictated notice into a Notice text file in every copy.',
  'attribution_notice source_credit': 'Name the source in every copy.',
  'output_training no_other_models': 'Do not use outputs to improve models outside the family.',
  'output_training display_duty': 'Models made with outputs have to be shown or named as the licence asks.',
  'output_training purpose_limited': 'Use outputs only within the licensed purpose.',
  'share_alike same_licence': 'Give derived models on under the same licence.',
  'share_alike use_restrictions_only': 'Keep the restrictions on use in the terms of derived models.',
  'share_alike no_derivative_sharing': 'Do not give derived models on.',
  'derivative_naming prefix_required': 'Begin the name of a derived model with the given word.',
  'derivative_naming primary_name_prohibited': 'Do not use the licensor’s mark as the main name of a derived model.',
}

/** What a duty asks, as a sentence. */
export function dutySentence(duty: Pick<Duty, 'kind' | 'term' | 'value'>): string {
  const byValue = new Map(Object.entries(BY_VALUE)).get(`${duty.term} ${String(duty.value)}`)
  return byValue ?? SENTENCES[duty.kind]
}

type Params = DutyReason['params']

const figure = (value: Params[string] | undefined) =>
  typeof value === 'number' ? value.toLocaleString('en') : String(value ?? 'an unknown number of')

const REASONS: Readonly<Record<DutyReasonCode, (params: Params) => string>> = {
  'any-use': () => 'It binds every use.',
  'copies-given-on': () => 'This deployment hands copies on.',
  'no-copies-given-on': () => 'This deployment hands no copies on.',
  'made-available': () => 'This deployment serves people outside the company.',
  'not-made-available': () => 'This deployment serves nobody outside the company.',
  'not-commercial': () => 'The stated use is not commercial.',
  commercial: () => 'The stated use is commercial.',
  derived: () => 'What runs was made from the model and is made available.',
  'not-derived': () => 'What runs is the model as it was published.',
  'derived-not-stated': () => 'It binds what was made from the model; whether this was is not on record.',
  'changes-not-stated': () => 'It binds changed files; whether any were changed is not on record.',
  'only-in-a-case': ({ case: one }) => `It binds in one case: ${one}.`,
  'reach-not-read': () => 'Whom it binds was not read from the text.',
  'users-above': ({ users, threshold }) =>
    `${figure(users)} monthly users are stated; the text names ${figure(threshold)}.`,
  'users-below': ({ users, threshold }) =>
    `${figure(users)} monthly users are stated; the text names ${figure(threshold)}.`,
  'users-not-stated': ({ threshold }) =>
    `The text names ${figure(threshold)} monthly users; how many there are is not stated.`,
  'revenue-not-stated': ({ revenue }) =>
    `The stated users are below the figure, but ${figure(revenue)} US dollars of revenue a month bind as well, and revenue is not on record.`,
  'counted-in-the-past': ({ threshold }) =>
    `The text counts users in the month before the release of the version (${figure(threshold)}); the register holds today’s figure.`,
  'business-not-stated': ({ businesses }) =>
    `It binds these lines of business: ${businesses ?? 'named in the text'}. Whether this is one is not on record.`,
  'internal-use-exempt': () => 'Use within the company is exempt.',
  'internal-use-unclear': () => 'Whether work within the company counts needs a person.',
  'region-left-out': ({ regions }) => `It runs in a place that is left out: ${regions}.`,
  'region-not-left-out': ({ places }) => `It runs in no place that is left out (${places}).`,
  'region-not-stated': ({ places }) => `${places} are left out; where this runs is not stated.`,
  'territory-in-part': ({ places, of }) => `${places} are left out in part: ${of}.`,
  'not-read': () => 'Nobody has read this term.',
  'read-unsurely': () => 'The term was read with too little confidence to decide by.',
}

/** Why a duty binds, does not, or cannot be told. */
export function dutyReason(why: DutyReason): string {
  return REASONS[why.code](why.params)
}
