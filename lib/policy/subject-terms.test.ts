import { describe, expect, test } from 'vitest'
import { findTermsFor } from '#lib/licences/terms.ts'
import { evaluateRules } from './evaluate-rules.ts'
import { exampleSubject, type SubjectChanges } from './example-subject.ts'
import { STARTER_RULES } from './starter-rules.ts'
import { subjectTerms } from './subject-terms.ts'
import { judge } from './verdict.ts'

function judgedUnder(licenceId: string, changes: SubjectChanges = {}) {
  const row = findTermsFor(licenceId, 'MATCH')
  const example = exampleSubject({ identified: { licenceId }, declared: { licenceId, value: licenceId }, ...changes })
  const subject = { ...example, terms: subjectTerms(row) }
  return judge(subject, evaluateRules(STARTER_RULES, subject), row?.terms ?? null)
}

describe('by the terms as they were read', () => {
  test.each([
    ['Apache-2.0', 'allowed'],
    ['MIT', 'allowed'],
    ['LicenseRef-qwen-research-2024', 'not_allowed'],
    ['CC-BY-NC-4.0', 'not_allowed'],
    ['LicenseRef-qwen-2024', 'unknown'],
    ['LicenseRef-chatglm3-6b', 'needs_review'],
    ['LicenseRef-qwen3.8-max', 'needs_review'],
    ['BSD-3-Clause', 'unknown'],
  ])('a commercial service inside the company under %s is %s', (licenceId, verdict) => {
    expect(judgedUnder(licenceId).verdict).toBe(verdict)
  })

  test('the Qwen licence of 2024 allows commercial use below its threshold, with its duties', () => {
    const judgement = judgedUnder('LicenseRef-qwen-2024', {
      deployment: { monthlyActiveUsers: 5_000, exposure: 'customers' },
    })
    expect(judgement.verdict).toBe('allowed_with_duties')
    expect(judgement.duties.map((duty) => duty.code)).toContain('scale_threshold')
    expect(judgement.duties.map((duty) => duty.code)).toContain('derivative_display')
  })

  test('Apache-2.0 asks for its notices only where copies are given on', () => {
    const codes = (exposure: 'customers' | 'redistributed') =>
      judgedUnder('Apache-2.0', { deployment: { exposure } }).duties.map((duty) => duty.code)
    expect(codes('customers')).toEqual([])
    expect(codes('redistributed')).toEqual(expect.arrayContaining(['attribution_notice', 'redistribution']))
  })
})

test('a word for commercial use that nobody defined counts as not read', () => {
  const row = findTermsFor('MIT', 'MATCH')
  if (!row) throw new Error('MIT has no terms')
  const odd = {
    ...row,
    terms: { ...row.terms, commercial_use: { value: 'maybe', section: '1', confidence: 'high' as const } },
  }
  expect(subjectTerms(odd)).toEqual({ commercialUse: { value: null, section: '1', confidence: 'none' } })
})
