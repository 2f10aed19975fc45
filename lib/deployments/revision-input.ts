import type { Refusal } from '#lib/shared/outcome.ts'
import type { DeploymentInput } from './schema.ts'
import { textRefusals, tidy } from './text-rules.ts'

export type RevisionInput = DeploymentInput['revision']

/** What is to be pinned: a commit as given, or a branch or tag that the hub must resolve first. */
export type RevisionRequest =
  | { kind: 'commit'; value: string; isResolved: true }
  | { kind: 'commit'; value: string; isResolved: false }
  | { kind: 'provider_snapshot' | 'digest'; value: string }
  | { kind: 'unknown'; reason: string }

const COMMIT = /^[0-9a-f]{40}$/
const LOOKS_LIKE_HASH = /^[0-9a-f]{41,}$/
const SHA256 = /^[0-9a-f]{64}$/
/** Git's rules for a ref name, as far as hubs allow: no leading dash or dot, no `..`, no `@{`, no `.lock`. */
const REF = /^(?![-./])(?!.*(?:\.\.|\/\/|@\{|\.lock$|[/.]$))[A-Za-z0-9._/+@-]+$/

function notACommit(message: string): Refusal {
  const remedy =
    'Give the 40 hex digits of the commit that runs, or a branch such as main to pin what it points to now.'
  return { field: '/revision/value', rule: 'revision.value.commit', message, remedy }
}

/** The revision in one form: hashes in lower case, a digest without its `sha256:` prefix. */
export function tidyRevision(revision: RevisionInput): RevisionInput {
  if (revision.kind === 'unknown') return { kind: 'unknown', reason: tidy(revision.reason) }
  const value = tidy(revision.value)
  if (revision.kind === 'digest') return { kind: 'digest', value: value.toLowerCase().replace(/^sha256:/, '') }
  if (revision.kind === 'provider_snapshot') return { kind: 'provider_snapshot', value }
  // A branch name is case-sensitive; only what is a hash is lowered.
  return { kind: 'commit', value: /^[0-9a-fA-F]{40,}$/.test(value) ? value.toLowerCase() : value }
}

/** Why a tidied revision cannot be pinned, or nothing. */
export function revisionRefusals(revision: RevisionInput): Refusal[] {
  if (revision.kind === 'unknown') return textRefusals('/revision/reason', revision.reason, { hasLines: true })
  if (revision.kind === 'provider_snapshot') return textRefusals('/revision/value', revision.value)
  if (revision.kind === 'digest') {
    if (SHA256.test(revision.value)) return []
    return [
      {
        field: '/revision/value',
        rule: 'revision.value.digest',
        message: 'This is not a SHA-256 digest.',
        remedy: 'Give 64 hex digits, with or without sha256: in front.',
      },
    ]
  }
  if (LOOKS_LIKE_HASH.test(revision.value)) return [notACommit('This is longer than a commit.')]
  return REF.test(revision.value) ? [] : [notACommit('This is neither a commit nor the name of a branch or tag.')]
}

/** What the register must pin for a revision that was accepted. */
export function revisionRequest(revision: RevisionInput): RevisionRequest {
  if (revision.kind === 'commit') {
    return { kind: 'commit', value: revision.value, isResolved: COMMIT.test(revision.value) }
  }
  return revision
}
