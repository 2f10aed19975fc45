/** The closed list of what can happen upstream; never renamed. */
export const CHANGE_KINDS = [
  'released',
  'revised',
  'tokenizer_changed',
  'config_changed',
  'card_changed',
  'licence_text_changed',
  'licence_declaration_changed',
  'licence_mismatch_opened',
  'licence_mismatch_cleared',
  'licence_removed',
  'gated',
  'ungated',
  'gate_terms_changed',
  'withheld',
  'disabled',
  'emptied',
  'returned',
  'moved',
  'owner_changed',
  're_registered',
  'base_licence_changed',
  'history_rewritten',
  'successor_api_only',
  'announcement',
  'retirement_announced',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export const CHANGE_STATUSES = ['suspected', 'confirmed', 'cleared'] as const
export type ChangeStatus = (typeof CHANGE_STATUSES)[number]

/** How a change stands by all that was said of it: cleared for good, else confirmed, else still suspected. */
export function currentStatus(said: readonly { status: ChangeStatus }[]): ChangeStatus {
  return CHANGE_STATUSES.findLast((status) => said.some((one) => one.status === status)) ?? 'suspected'
}

const DOUBTFUL_KINDS: ReadonlySet<ChangeKind> = new Set(['withheld', 'disabled', 'emptied', 'licence_removed'])

/**
 * Whether a change waits for a second look: what one bad look could fake does, and what only follows from it; what bytes
 * prove does not.
 */
export function isDoubtful(kind: ChangeKind, together: readonly ChangeKind[]): boolean {
  return DOUBTFUL_KINDS.has(kind) || (kind === 'licence_mismatch_cleared' && together.includes('licence_removed'))
}

export type ChangeValue = string | number | boolean | null | ChangeValue[] | { [key: string]: ChangeValue }

/** A difference that has a name, with the values on both sides. */
export interface PlannedChange {
  kind: ChangeKind
  before: ChangeValue
  after: ChangeValue
  /** Tells several changes of one kind between the same observations apart, such as the path of a text. */
  part: string
  /** The observation that showed `before`, where it is not the last one. */
  beforeObservationId?: string | null
}
