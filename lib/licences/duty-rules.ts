import { type AskedDuty, asked, type DutyDeployment, type DutyKind, type DutyQuestion } from './duty.ts'
import { scaleDuties, territoryDuties } from './duty-thresholds.ts'
import type { TermKey } from './terms.ts'

const isGivenOn = ({ exposure }: DutyDeployment) => exposure === 'embedded' || exposure === 'redistributed'
const isOutside = ({ exposure }: DutyDeployment) => exposure !== 'internal'

/** Binds whoever hands copies on. */
function whereCopied(kind: DutyKind, deployment: DutyDeployment): AskedDuty {
  return isGivenOn(deployment) ? asked(kind, 'yes', 'copies-given-on') : asked(kind, 'no', 'no-copies-given-on')
}

/** Binds whoever makes what they derived available to others. */
function whereDerived(kind: DutyKind, deployment: DutyDeployment): AskedDuty {
  if (!isOutside(deployment)) return asked(kind, 'no', 'not-made-available')
  if (deployment.isDerived === null) return asked(kind, 'cannot_tell', 'derived-not-stated')
  return deployment.isDerived ? asked(kind, 'yes', 'derived') : asked(kind, 'no', 'not-derived')
}

const PRODUCTS = /\bproducts? or services?\b/i
const DERIVATION = /\b(?:create, train|fine[- ]?tun|improve an AI model|derivative)/i

function display({ deployment, passage, cell }: DutyQuestion): AskedDuty[] {
  if (cell.value !== 'required') return []
  if (!isOutside(deployment)) return [asked('display', 'no', 'not-made-available')]
  if (passage !== null && PRODUCTS.test(passage)) return [asked('display', 'yes', 'made-available')]
  if (passage !== null && DERIVATION.test(passage)) return [whereDerived('display', deployment)]
  return [asked('display', 'cannot_tell', 'reach-not-read')]
}

function redistribution({ deployment, cell }: DutyQuestion): AskedDuty[] {
  const values = Array.isArray(cell.value) ? cell.value : [cell.value]
  const changes = isGivenOn(deployment)
    ? asked('statement_of_changes', 'cannot_tell', 'changes-not-stated')
    : asked('statement_of_changes', 'no', 'no-copies-given-on')
  return [
    ...(values.includes('copy_of_licence') || values.includes('keep_docs')
      ? [whereCopied('licence_copy', deployment)]
      : []),
    ...(values.includes('mark_changes') ? [changes] : []),
    ...(values.includes('pass_restrictions') ? [whereCopied('pass_on_terms', deployment)] : []),
    ...(values.includes('non_commercial_only') ? [whereCopied('no_commercial_copies', deployment)] : []),
  ]
}

function passOn({ deployment, cell }: DutyQuestion): AskedDuty[] {
  if (cell.value === 'no') return []
  if (isOutside(deployment)) return [asked('pass_on_terms', 'yes', 'made-available')]
  return cell.value === 'users_must_comply'
    ? [asked('pass_on_terms', 'cannot_tell', 'internal-use-unclear')]
    : [asked('pass_on_terms', 'no', 'not-made-available')]
}

function commercial({ deployment: { use }, cell }: DutyQuestion): AskedDuty[] {
  if (cell.value === 'registration_required') {
    return [
      use === 'commercial' ? asked('registration', 'yes', 'commercial') : asked('registration', 'no', 'not-commercial'),
    ]
  }
  if (cell.value !== 'separate_licence_required' && cell.value !== 'forbidden') return []
  if (use === 'commercial') return [asked('separate_licence', 'yes', 'commercial')]
  // Work inside a company is commercial under some texts and not under others.
  return use === 'internal'
    ? [asked('separate_licence', 'cannot_tell', 'internal-use-unclear')]
    : [asked('separate_licence', 'no', 'not-commercial')]
}

function business({ deployment, cell }: DutyQuestion): AskedDuty[] {
  if (typeof cell.value !== 'object' || cell.value === null || Array.isArray(cell.value)) return []
  const isExempt = cell.value['internalUseExempt'] === true && deployment.exposure === 'internal'
  if (isExempt) return [asked('separate_licence', 'no', 'internal-use-exempt')]
  const { businesses } = cell.value
  const named = Array.isArray(businesses) ? businesses.join('; ') : null
  return [asked('separate_licence', 'cannot_tell', 'business-not-stated', { businesses: named })]
}

function always(kind: DutyKind, free: readonly string[]) {
  return ({ cell }: DutyQuestion): AskedDuty[] =>
    typeof cell.value === 'string' && free.includes(cell.value) ? [] : [asked(kind, 'yes', 'any-use')]
}

function unless(free: readonly string[], ask: (deployment: DutyDeployment) => AskedDuty) {
  return ({ cell, deployment }: DutyQuestion): AskedDuty[] =>
    typeof cell.value === 'string' && free.includes(cell.value) ? [] : [ask(deployment)]
}

/** The terms a duty may follow from, the kind that is told where one was not read, and what each asks of whom. */
export const DUTY_RULES: readonly (readonly [TermKey, DutyKind, (question: DutyQuestion) => AskedDuty[]])[] = [
  ['commercial_use', 'separate_licence', commercial],
  ['business_restriction', 'separate_licence', business],
  ['scale_threshold', 'threshold', scaleDuties],
  ['territory', 'territory', territoryDuties],
  ['field_of_use', 'use_limits', always('use_limits', ['none', 'lawful_only'])],
  ['acceptable_use_policy', 'use_policy', always('use_policy', ['none'])],
  ['use_restriction_passthrough', 'pass_on_terms', passOn],
  ['redistribution', 'licence_copy', redistribution],
  ['attribution_notice', 'notice_text', unless(['none'], (deployment) => whereCopied('notice_text', deployment))],
  ['derivative_display', 'display', display],
  ['derivative_naming', 'naming', unless(['none'], (deployment) => whereDerived('naming', deployment))],
  ['share_alike', 'share_alike', unless(['none'], (deployment) => whereDerived('share_alike', deployment))],
  ['output_training', 'outputs', always('outputs', ['free', 'not_addressed'])],
  ['update_duty', 'update', always('update', ['none'])],
]
