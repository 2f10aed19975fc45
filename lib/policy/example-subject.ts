import type { Subject } from './subject.ts'

type Changes<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Changes<T[K]> } : T

/** The parts of the example a rule's test changes. */
export type SubjectChanges = Changes<Subject>

/**
 * A deployment nothing is wrong with: Apache-2.0 text, declared the same, confirmed commit, nothing closed above it.
 */
const EXAMPLE: Subject = {
  deployment: {
    use: 'commercial',
    environment: 'production',
    exposure: 'internal',
    accessChannel: 'own_weights',
    monthlyActiveUsers: null,
    regions: ['DE'],
  },
  model: { name: 'Example/Open-8B', kind: 'weights', lineage: 'general', generation: '3' },
  revision: { kind: 'commit', isConfirmed: true },
  declared: { kind: 'spdx', licenceId: 'Apache-2.0', value: 'apache-2.0' },
  identified: {
    verdict: 'MATCH',
    licenceId: 'Apache-2.0',
    textSha256: 'a'.repeat(64),
    hasOtherTexts: false,
    hasConcludedReading: false,
  },
  agreement: 'agree',
  base: { name: 'Example/Open-8B-Base', licenceId: 'Apache-2.0', agreement: 'agree' },
  terms: { commercialUse: { value: 'allowed', section: '2', confidence: 'high' } },
  apiShift: { fires: false, isJudged: true, because: null, evidence: [] },
  upstream: { licenceId: 'Apache-2.0', textSha256: 'a'.repeat(64), hasOtherText: false },
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function merged(base: unknown, changes: unknown): unknown {
  if (changes === undefined) return base
  if (!isBranch(base) || !isBranch(changes)) return changes
  const keys = new Set([...Object.keys(base), ...Object.keys(changes)])
  return Object.fromEntries([...keys].map((key) => [key, merged(base[key], changes[key])]))
}

/** The example deployment with some parts changed; what a rule's tests are written against. */
export function exampleSubject(changes: SubjectChanges = {}): Subject {
  return Object.assign(structuredClone(EXAMPLE), merged(EXAMPLE, changes))
}
