import { describe, expect, test } from 'vitest'
import type { TermReadings } from './duties.ts'
import { evaluateRules } from './evaluate-rules.ts'
import { exampleSubject, type SubjectChanges } from './example-subject.ts'
import { reasonText } from './sentences.en.ts'
import { STARTER_RULES } from './starter-rules.ts'
import { judge, type Verdict, worstOf } from './verdict.ts'

function reading(value: unknown, section: string | null = null): TermReadings[string] {
  return { value, section, confidence: 'high' }
}

const APACHE: TermReadings = {
  field_of_use: reading('none'),
  acceptable_use_policy: reading('none'),
  output_training: reading('not_addressed'),
  update_duty: reading('none'),
  scale_threshold: reading('none'),
  business_restriction: reading('none'),
  territory: reading('worldwide'),
  use_restriction_passthrough: reading('no'),
  derivative_display: reading('none'),
  derivative_naming: reading('none'),
  attribution_notice: reading('keep_notices', '4'),
  redistribution: reading(['allowed', 'copy_of_licence', 'mark_changes'], '4'),
  share_alike: reading('none'),
}

function judged(changes: SubjectChanges, readings: TermReadings | null = APACHE) {
  const subject = exampleSubject(changes)
  return judge(subject, evaluateRules(STARTER_RULES, subject), readings)
}

const codes = (judgement: ReturnType<typeof judged>) => judgement.reasons.map((reason) => reason.code)

describe('a verdict', () => {
  test('allows an identified permissive licence that asks nothing of internal use', () => {
    expect(judged({})).toEqual({ verdict: 'allowed', reasons: [], fired: [], duties: [] })
  })

  test('allows with duties what is given on, and names each with its section', () => {
    const judgement = judged({ deployment: { exposure: 'redistributed' } })
    expect(judgement.verdict).toBe('allowed_with_duties')
    expect(judgement.duties).toEqual([
      { code: 'attribution_notice', value: 'keep_notices', section: '4' },
      { code: 'redistribution', value: ['allowed', 'copy_of_licence', 'mark_changes'], section: '4' },
    ])
  })

  test('does not allow a research licence in commercial use', () => {
    const terms = { commercialUse: { value: 'separate_licence_required' as const, section: '2.a' } }
    expect(judged({ terms }).verdict).toBe('not_allowed')
    expect(judged({ terms, deployment: { use: 'internal' } }).verdict).toBe('needs_review')
    expect(judged({ terms, deployment: { use: 'research' } }).verdict).toBe('allowed')
  })

  test('takes a declaration alone as a reason to look, never as an answer', () => {
    const judgement = judged({
      agreement: 'not-comparable',
      identified: { verdict: 'NONE', licenceId: null, textSha256: null },
      terms: null,
    })
    expect([judgement.verdict, codes(judgement)]).toEqual(['needs_review', ['declared-only']])
  })

  test.each(['CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN'] as const)(
    'never allows by the terms of a text that is %s',
    (verdict) => {
      const judgement = judged({ identified: { verdict } })
      expect(judgement.verdict).toBe('needs_review')
      expect(judgement.duties).toEqual([])
    },
  )

  test('follows what a person concluded of a text that is no known licence, and asks for the terms nobody concluded', () => {
    const identified = { verdict: 'UNKNOWN', licenceId: null, hasConcludedReading: true } as const
    expect(judged({ identified }).verdict).toBe('allowed')
    const partly = judged(
      { identified, deployment: { exposure: 'redistributed' } },
      {
        commercial_use: { value: 'allowed', section: '2', confidence: 'high' },
      },
    )
    expect([partly.verdict, codes(partly)]).toEqual(['needs_review', ['duty-terms-not-read']])
    expect(judged({ identified: { ...identified, verdict: 'NONE' }, terms: null }, null).verdict).toBe('needs_review')
  })

  test('looks again where the revision holds other licence texts beside the recognised one', () => {
    const judgement = judged({ identified: { hasOtherTexts: true }, agreement: 'not-comparable' })
    expect([judgement.verdict, codes(judgement)]).toEqual(['needs_review', ['several-texts']])
  })

  test('is unknown for a recognised text whose terms nobody has read', () => {
    const judgement = judged({ terms: null }, null)
    expect([judgement.verdict, codes(judgement)]).toEqual(['unknown', ['terms-not-known']])
  })

  test.each(['low', 'none'] as const)('is never met by a term read with %s confidence', (confidence) => {
    expect(judged({ terms: { commercialUse: { confidence } } }).verdict).toBe('needs_review')
    expect(judged({ terms: { commercialUse: { confidence } }, deployment: { use: 'research' } }).verdict).toBe(
      'needs_review',
    )
  })

  test('asks for review when a duty that would bind was not read', () => {
    const readings: TermReadings = { ...APACHE, attribution_notice: { value: null, section: null, confidence: 'none' } }
    expect(judged({ deployment: { exposure: 'embedded' } }, readings)).toMatchObject({
      verdict: 'needs_review',
      reasons: [{ code: 'duty-terms-not-read', params: { terms: 'attribution_notice' } }],
    })
    expect(judged({}, readings).verdict).toBe('allowed')
  })

  test('allows nothing whose revision nobody confirmed', () => {
    const judgement = judged({ revision: { isConfirmed: false } })
    expect(judgement.verdict).toBe('needs_review')
    expect(judgement.fired.map((outcome) => outcome.ruleId)).toEqual(['revision-not-confirmed'])
    expect(judge(exampleSubject({ revision: { isConfirmed: false } }), [], APACHE).verdict).toBe('needs_review')
  })

  test('is unknown for an API product, whose terms are the provider’s', () => {
    const judgement = judged({
      model: { kind: 'api_only' },
      revision: { kind: 'provider_snapshot', isConfirmed: false },
      identified: { verdict: 'NONE', licenceId: null, textSha256: null },
      agreement: 'no-licence',
      terms: null,
    })
    expect(judgement.verdict).toBe('unknown')
    expect(judgement.fired.map((outcome) => outcome.ruleId)).toEqual(['weights-closed-above'])
  })

  test('keeps "may we use it" apart from "will the next one be open"', () => {
    const judgement = judged({
      apiShift: { fires: true, because: 'newest-generation-closed-above', evidence: ['qwen3.7-max'] },
    })
    expect(judgement.verdict).toBe('allowed')
    expect(judgement.fired.map((outcome) => outcome.effect)).toEqual(['notice'])
  })

  test.each<[number | null, Verdict]>([
    [null, 'unknown'],
    [100_000_000, 'allowed_with_duties'],
    [100_000_001, 'needs_review'],
  ])('with %s users under a threshold of 100,000,000 is %s', (monthlyActiveUsers, verdict) => {
    const readings = { ...APACHE, scale_threshold: reading({ mau: 100_000_000, effect: 'separate_licence' }, '4') }
    const terms = { commercialUse: { value: 'allowed_below_threshold' as const, section: '4' } }
    const judgement = judged({ terms, deployment: { monthlyActiveUsers } }, readings)
    expect(judgement.verdict).toBe(verdict)
    expect(judgement.duties.map((duty) => duty.code)).toEqual(['scale_threshold'])
  })

  test('asks when the licence leaves out a place where it runs', () => {
    const readings = { ...APACHE, territory: reading({ excluded: ['EU', 'KR'], of: 'everything' }, '5.c') }
    expect(codes(judged({ deployment: { regions: ['US', 'DE'] } }, readings))).toEqual(['territory-excluded'])
    expect(codes(judged({ deployment: { regions: [] } }, readings))).toEqual(['territory-excluded'])
    expect(judged({ deployment: { regions: ['US'] } }, readings).verdict).toBe('allowed_with_duties')
  })

  test('of nothing at all is unknown, and the worst of several holds', () => {
    expect(worstOf([])).toBe('unknown')
    expect(worstOf(['allowed', 'unknown', 'allowed_with_duties'])).toBe('unknown')
    expect(worstOf(['needs_review', 'unknown'])).toBe('needs_review')
    expect(worstOf(['not_allowed', 'needs_review'])).toBe('not_allowed')
  })

  test('says each of its reasons in a sentence with the section', () => {
    const readings = { ...APACHE, scale_threshold: reading({ mau: 100_000_000, effect: 'separate_licence' }, '4') }
    const terms = { commercialUse: { value: 'allowed_below_threshold' as const } }
    expect(judged({ terms }, readings).reasons.map(reasonText)).toEqual([
      'Commercial use is allowed up to 100,000,000 monthly active users; how many there are is not stated (section 4).',
    ])
  })
})
