import { licenceFileRole } from '#lib/licences/licence-text.ts'
import type { ChangeKind, ChangeValue, PlannedChange } from './change.ts'
import { followLicenceFiles } from './licence-files.ts'
import {
  type FileSummary,
  isSeen,
  type LicenceFile,
  type RepositoryState,
  type SeenState,
  standing,
} from './repository-state.ts'

/** Whether the card's declaration and the licence text agree, as judged from the texts; the caller knows the texts. */
export type Agreement = 'agree' | 'disagree' | 'not-comparable' | 'no-licence'

/** What the caller learnt beside the two states. */
export interface Context {
  agreement: { before: Agreement; after: Agreement }
  /** The commit seen before is no longer among the ancestors of the one seen now. */
  isHistoryRewritten: boolean
}

function change(kind: ChangeKind, before: ChangeValue, after: ChangeValue, part = ''): PlannedChange {
  return { kind, before, after, part }
}

/** Everything that differs between two looks at one repository and has a name. Never anything within one look. */
export function diffObservations(before: RepositoryState, after: RepositoryState, context: Context): PlannedChange[] {
  return [
    ...diffName(before, after),
    ...diffAccess(before, after),
    ...(isSeen(before) && isSeen(after) ? diffSeen(before, after, context) : []),
  ]
}

function diffName(before: RepositoryState, after: RepositoryState): PlannedChange[] {
  if (before.name === after.name) return []
  const owner = (name: string) => name.split('/')[0] ?? ''
  const moved = [change('moved', before.name, after.name)]
  return owner(before.name) === owner(after.name)
    ? moved
    : [...moved, change('owner_changed', owner(before.name), owner(after.name))]
}

function diffAccess(before: RepositoryState, after: RepositoryState): PlannedChange[] {
  const was = standing(before)
  const is = standing(after)
  if (!isSeen(after)) return was === is ? [] : [change(after.access, was, is)]
  if (!isSeen(before)) return [change('returned', was, is)]
  if (before.access === after.access) return []
  if (after.access === 'open') return [change('ungated', before.access, after.access)]
  return before.access === 'open'
    ? [change('gated', before.access, after.access)]
    : [change('gate_terms_changed', before.access, after.access, 'mode')]
}

function diffSeen(before: SeenState, after: SeenState, context: Context): PlannedChange[] {
  const isStillGated = before.access !== 'open' && after.access !== 'open'
  return [
    ...(isStillGated && before.gateTerms !== after.gateTerms
      ? [change('gate_terms_changed', before.gateTerms, after.gateTerms, 'terms')]
      : []),
    ...diffDeclaration(before, after),
    ...(before.files !== null && after.files !== null ? diffFiles(before.files, after.files) : []),
    ...diffAgreement(context.agreement),
    ...(context.isHistoryRewritten ? [change('history_rewritten', before.commit, after.commit)] : []),
  ]
}

function diffDeclaration(before: SeenState, after: SeenState): PlannedChange[] {
  const said = (state: SeenState): ChangeValue => ({ ...state.declaration })
  return JSON.stringify(said(before)) === JSON.stringify(said(after))
    ? []
    : [change('licence_declaration_changed', said(before), said(after))]
}

function diffFiles(before: FileSummary, after: FileSummary): PlannedChange[] {
  const changes = diffLicences(before.licences, after.licences)
  if (before.weights !== after.weights) {
    if (after.weights === null) changes.push(change('emptied', before.weights, null))
    // Weights where there were none are a return; the first weights under a name already known are a release of their own.
    else
      changes.push(
        before.weights === null
          ? change('returned', 'emptied', 'open')
          : change('revised', before.weights, after.weights),
      )
  }
  if (before.tokenizer !== after.tokenizer) changes.push(change('tokenizer_changed', before.tokenizer, after.tokenizer))
  if (before.config !== after.config) changes.push(change('config_changed', before.config, after.config))
  if (before.card !== after.card) changes.push(change('card_changed', before.card, after.card))
  return changes
}

/** What only moved is not replaced: it is told beside what stands under its old path now. */
function diffLicences(before: LicenceFile[], after: LicenceFile[]): PlannedChange[] {
  const licences = before.filter(isLicence)
  const isRemoved = licences.length > 0 && !after.some(isLicence)
  const left = isRemoved ? before.filter((file) => !isLicence(file)) : before
  const followed = followLicenceFiles(left, after)
  const movedFrom = new Map(followed.flatMap(({ how, from, to }) => (how === 'moved' ? [[from.path, to]] : [])))
  const changes = followed.flatMap(({ how, from, to }): PlannedChange[] => {
    if (how !== 'replaced' && how !== 'added' && how !== 'removed') return []
    const displaced = to === null ? undefined : movedFrom.get(to.path)
    const is = to && { ...described(to), ...(displaced === undefined ? {} : { displaced: described(displaced) }) }
    return [change('licence_text_changed', from && described(from), is, to?.path ?? from?.path ?? '')]
  })
  return isRemoved ? [change('licence_removed', licences.map(described), []), ...changes] : changes
}

function isLicence(file: LicenceFile): boolean {
  return licenceFileRole(file.path) === 'licence'
}

function described(file: LicenceFile): { path: string; sha256: string | null; oid: string } {
  return { path: file.path, sha256: file.sha256, oid: file.oid }
}

function diffAgreement({ before, after }: Context['agreement']): PlannedChange[] {
  if (before !== 'disagree' && after === 'disagree') return [change('licence_mismatch_opened', before, after)]
  if (before === 'disagree' && after !== 'disagree') return [change('licence_mismatch_cleared', before, after)]
  return []
}
