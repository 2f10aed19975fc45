import type { ApiOnlyAhead, ShiftEvidence } from './api-shift.ts'
import type { Contradiction } from './contradictions.ts'
import type { TimelineEvent } from './events.ts'

const RELATIONS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  finetune: ['Made from', 'Made from it'],
  quantized: ['Quantised from', 'Quantised from it'],
  base: ['Made from', 'Made from it'],
  flagship_above: ['API-only flagship above', 'API-only flagship above it'],
  larger_sibling_of: ['API-only larger sibling of', 'API-only larger sibling'],
  closed_successor_of: ['API-only successor of', 'API-only successor'],
  closed_upgrade_of: ['API-only upgrade of', 'API-only upgrade'],
  hosted_version_of: ['Hosted version of', 'Hosted version'],
  weights_followed: ['Weights followed as', 'Came first as an API product'],
  open_relative_later: ['Open relative came later', 'API product before it'],
  unknown: ['Said to be related, how is not known', 'Said to be related, how is not known'],
}

/** How a model stands to another, as a heading over the other's name: from its own side, or from the other's. */
export function relationText(relation: string, side: 'from' | 'to'): string {
  const words = RELATIONS[relation]
  return words?.[side === 'from' ? 0 : 1] ?? relation.replaceAll('_', ' ')
}

/** Whether a relation ties an API product to open weights; the others say what was made from what. */
export function isCounterpart(relation: string): boolean {
  return !['finetune', 'quantized', 'base'].includes(relation)
}

/** Whether the model's line closed above it, as a sentence. What could not be judged is said to be unknown, never fine. */
export function shiftText({ because, newestGeneration, isJudged }: ApiOnlyAhead): string {
  if (!isJudged) {
    return 'Unknown: no source gives this model a lineage and generation that others could succeed, so nothing can be said about what comes after it.'
  }
  const newest = `generation ${newestGeneration}, the newest of its lineage,`
  switch (because) {
    case 'runs-api-only':
      return 'This model is offered only as a service: nobody but its provider holds the weights.'
    case 'closed-successor':
      return `Its line has closed: in ${newest} an API-only product succeeds the open models.`
    case 'newest-generation-closed-above':
      return `Its line has closed above it: ${newest} has API-only products above what has weights.`
    case null:
      return newestGeneration === null
        ? 'No API-only product is known above it, but no generation of its lineage is known for certain either.'
        : `Open as far as known: in ${newest} no API-only product surely stands above or succeeds the open models.`
  }
}

const EVIDENCE: Readonly<Record<ShiftEvidence['relation'], string>> = {
  runs: 'is offered only as a service',
  none: 'has no open counterpart',
  unknown: 'is related in a way that is not known',
  flagship_above: 'is the flagship above',
  larger_sibling_of: 'is the larger sibling of',
  closed_successor_of: 'is the closed successor of',
  closed_upgrade_of: 'is a closed upgrade of',
  hosted_version_of: 'is a hosted version of',
  weights_followed: 'came before its weights,',
  open_relative_later: 'came before its open relative,',
}

/** What a piece of evidence says between the two names; without a second name it ends the sentence. */
export function evidenceText(relation: ShiftEvidence['relation']): string {
  return EVIDENCE[relation]
}

const CONTRADICTIONS: Readonly<Record<Contradiction['because'], string>> = {
  'promise-against-api-only': 'An open release was promised of a model that is offered only as a service.',
  'claim-against-api-only': 'An unverified claim speaks about a model that is offered only as a service.',
  'opposite-directions': 'Within 90 days one event opens and the other closes.',
  'documents-disagree': 'Documents of the publisher say different things.',
}

/** Why events are shown side by side; who is right is not decided. */
export function contradictionText(because: Contradiction['because']): string {
  return CONTRADICTIONS[because]
}

const KINDS: Readonly<Record<TimelineEvent['kind'], string>> = {
  release: 'Release',
  'api-only': 'API-only product',
  'api-first': 'API before weights',
  'licence-change': 'Licence change',
  'licence-statement': 'Statement on a licence',
  announcement: 'Announcement',
  promise: 'Promise',
  people: 'People',
  'service-change': 'Change of a service',
  channel: 'Channel',
  community: 'Community',
  'claim-unverified': 'Unverified claim',
  denial: 'Denial',
}

/** A kind of event in words. */
export function eventKindText(kind: TimelineEvent['kind']): string {
  return KINDS[kind]
}

export const DIRECTION_WORDS: Readonly<Record<NonNullable<TimelineEvent['direction']>, string>> = {
  'more-open': 'more open',
  'slightly-more-open': 'slightly more open',
  mixed: 'mixed',
  'slightly-less-open': 'slightly less open',
  'less-open': 'less open',
}

const PROPERTIES: Readonly<Record<string, string>> = {
  productName: 'Product name',
  apiModelId: 'API model id',
  variant: 'Variant',
  quantisation: 'Quantisation',
  weights: 'Weights',
  task: 'Task',
  status: 'Status',
  retiredOn: 'Retired on',
  announcedOn: 'Announced on',
  releaseOn: 'Released',
  paramsTotalB: 'Parameters',
  paramsActiveB: 'Active parameters',
  paramsBasis: 'Parameters read from',
  contextTokens: 'Context',
  contextTokensExtended: 'Context, extended',
  contextBasis: 'Context read from',
  modalityIn: 'Input',
  modalityOut: 'Output',
  licence: 'Licence',
  commitPrefixes: 'Commits named in short',
  counterpart: 'Counterpart',
  lineage: 'Lineage',
  generation: 'Generation',
  tier: 'Size tier',
  modality: 'Modality',
  note: 'Note',
}

/** A property of a model in words. */
export function propertyText(property: string): string {
  return PROPERTIES[property] ?? property
}
