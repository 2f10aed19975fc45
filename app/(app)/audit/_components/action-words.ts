import type { AuditAction } from '#lib/audit/vocabulary.ts'

/** Every recorded action in words, in the order of the filter. */
export const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  'deployment.registered': 'Deployment registered',
  'deployment.changed': 'Deployment changed',
  'deployment.retired': 'Deployment retired',
  'deployment.judged': 'Deployment judged',
  'finding.opened': 'Finding opened',
  'finding.closed': 'Finding closed',
  'finding.decided': 'Finding decided on',
  'reading.concluded': 'Reading concluded',
  'reading.opinion_given': 'Opinion on a reading given',
  'reading.proposed': 'Reading proposed',
  'reading_rule.set': 'Rule for readings set',
  'rules.loaded': 'Rules loaded',
  'comparison.concluded': 'Comparison concluded',
  'licence_text.uploaded': 'Licence text brought',
  'binding.concluded': 'Governing licence concluded',
  'change.recorded': 'Change recorded',
  'change.settled': 'Change settled',
  'repository.added': 'Repository added',
  'source.added': 'Source added',
  'source.changed': 'Source changed',
  'source.look_requested': 'Look asked for',
  'source.baseline_taken': 'Baseline taken',
  'catalogue.loaded': 'Catalogue loaded',
  'report.published': 'Report published',
  'person.added': 'Person added',
  'person.changed': 'Person changed',
  'person.signed_in': 'Signed in',
  'person.signed_out': 'Signed out',
  'person.password_set': 'Password set',
  'team.created': 'Team created',
  'team.changed': 'Team changed',
  'token.created': 'Token made',
  'token.revoked': 'Token revoked',
  'installation.set_up': 'Installation set up',
}

/** An action in words; one that is not known here stands as it was recorded. */
export function actionText(action: string): string {
  return new Map(Object.entries(ACTION_WORDS)).get(action) ?? action
}
