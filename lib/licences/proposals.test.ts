import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { identify, licenceIndex } from './identify.ts'
import { sha256Of } from './licence-text.ts'
import { proposeTerms } from './proposals.ts'
import { isTermKey, refuseValue } from './term-values.ts'
import { findTermsFor } from './terms.ts'

const HELD = '../shared/data/licences'
const TEXT = `Example Model Agreement

1. Grant
We grant you a non-exclusive, worldwide and irrevocable licence under our intellectual property to use, copy and distribute
the Model.

2. Conditions
a. If your product has more than 5 million monthly active users, you shall request a license from us.
b. You shall give every recipient a copy of this Agreement.
c. You may not use the Model or its outputs to improve any other language model.
d. You must prominently display "Made with Example" in your product.

3. Law
This Agreement is governed by the laws of France. It terminates automatically when you breach it.
THE MODEL COMES "AS IS".`

const proposed = (text: string, term: string) => proposeTerms(text).find((one) => one.term === term)

describe('a proposal', () => {
  test('names the value, the sentence, its place and section, the pattern, and how surely the words say so', () => {
    const found = proposed(TEXT, 'scale_threshold')
    expect(found).toMatchObject({
      value: { mau: 5_000_000, revenueUsdMonthly: null, effect: 'separate_licence' },
      section: '2.a',
      confidence: 'medium',
      pattern: 'a number of users or dollars',
    })
    expect(found && TEXT.slice(found.start, found.end)).toBe(found?.sentence)
    expect(found?.sentence).toContain('5 million monthly active users')
  })
  test.each([
    ['commercial_use', 'allowed_below_threshold'],
    ['output_training', 'no_other_models'],
    ['derivative_display', 'required'],
    ['territory', 'worldwide'],
    ['revocability', 'irrevocable'],
    ['termination', 'automatic_on_breach'],
    ['warranty_liability', 'disclaimed'],
    ['governing_law', { law: 'France', venue: null }],
    ['redistribution', ['allowed', 'copy_of_licence']],
  ])('reads %s', (term, value) => {
    expect(proposed(TEXT, term)?.value).toEqual(value)
  })
  test('is never made of silence', () => {
    expect(proposeTerms('You may sing this song at any time.')).toEqual([])
    expect(proposed(TEXT, 'indemnity')).toBeUndefined()
  })
  test('is not turned round by an indemnity that only follows from warranties one adds', () => {
    const text = 'You may offer a warranty, only if You agree to indemnify each Contributor.'
    expect(proposed(text, 'indemnity')?.value).toBe('only_if_you_offer_warranty')
  })
  test('reads figures written out in digits', () => {
    const text = 'If it has more than 100,000,000 monthly active users, its name must be prominently displayed.'
    expect(proposed(text, 'scale_threshold')?.value).toMatchObject({ mau: 100_000_000, effect: 'display_duty' })
    expect(proposed(text, 'derivative_display')?.value).toBe('required_over_threshold')
  })
  test('is the same however the lines are wrapped', () => {
    const says = (text: string) => proposeTerms(text).map(({ term, value }) => [term, value])
    expect(says(TEXT.replaceAll(/(?<!\n)\n(?!\n|[a-d0-9]+\.)/g, ' '))).toEqual(says(TEXT))
  })
  test('names law and courts as the text writes them', () => {
    const text =
      'It is governed by the laws of China. The People’s Courts in Hangzhou City shall have exclusive jurisdiction.'
    const venue = "People's Courts in Hangzhou City, exclusive"
    expect(proposed(text, 'governing_law')?.value).toEqual({ law: 'China', venue })
  })
  test('is always a value the term can have', () => {
    for (const { term, value } of proposeTerms(TEXT)) expect(refuseValue(term, value, '/value')).toBeNull()
  })
  test('takes no longer for a text made to be slow', () => {
    const before = performance.now()
    proposeTerms('you shall file intellectual property may not use outputs to display '.repeat(15_000))
    expect(performance.now() - before).toBeLessThan(10_000)
  }, 30_000)
})

/** A value as far as a pattern claims to read it: figures and places, not the words beside them. */
function essence(term: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(String).sort().join()
  const parts = new Map(Object.entries(value))
  if (term === 'scale_threshold') return ['mau', 'revenueUsdMonthly', 'effect'].map((name) => parts.get(name)).join()
  if (term === 'territory') return String(parts.get('excluded'))
  if (term === 'business_restriction') return String(parts.get('revenueUsdYearlyOver'))
  return /prc|china/i.test(String(parts.get('law'))) ? 'China' : String(parts.get('law')).replace(/.* and /, '')
}

describe.runIf(existsSync(HELD))('measured against the shipped readings of real texts', () => {
  test('at least 96 of 100 proposals say what was read, and 97 of 100 of those with medium confidence', async () => {
    const index = await licenceIndex()
    const tally = { right: 0, all: 0, mediumRight: 0, medium: 0, read: 0 }
    const seen = new Set<string>()
    for (const file of readdirSync(HELD).filter((name) => name.endsWith('.txt'))) {
      const bytes = readFileSync(`${HELD}/${file}`)
      const text = bytes.toString('utf8')
      const { licenceId, verdict, alternatives } = identify({ sha256: sha256Of(bytes), text }, index)
      const row = findTermsFor(licenceId, verdict, alternatives)
      if (row === null || seen.has(row.id)) continue
      seen.add(row.id)
      const proposals = proposeTerms(text)
      for (const { term, value, confidence } of proposals) {
        const isRight = essence(term, row.terms[term]?.value) === essence(term, value)
        tally.all += 1
        tally.right += Number(isRight)
        tally.medium += Number(confidence === 'medium')
        tally.mediumRight += Number(confidence === 'medium' && isRight)
      }
      const cells = Object.entries(row.terms).filter(([term, cell]) => isTermKey(term) && cell.section !== null)
      tally.read += cells.length
    }
    const share = (part: number, whole: number) => Math.round((1_000 * part) / whole) / 10
    console.info(
      `proposals on ${seen.size} texts: ${tally.right} of ${tally.all} right (${share(tally.right, tally.all)} %), medium ` +
        `${tally.mediumRight} of ${tally.medium} (${share(tally.mediumRight, tally.medium)} %); ${tally.read} cells have a section`,
    )
    expect(seen.size).toBeGreaterThanOrEqual(30)
    expect(tally.all).toBeGreaterThanOrEqual(380)
    expect(share(tally.right, tally.all)).toBeGreaterThanOrEqual(96)
    expect(share(tally.mediumRight, tally.medium)).toBeGreaterThanOrEqual(97)
  }, 60_000)
})
