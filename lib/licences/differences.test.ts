import full from 'spdx-license-list/full.js'
import { beforeAll, expect, test } from 'vitest'
import { MOST_DIFFERENCES } from './differences.ts'
import { identify } from './identify.ts'
import { type LicenceIndex, licenceIndex } from './licence-index.ts'

let index: LicenceIndex
beforeAll(async () => {
  index = await licenceIndex()
}, 60_000)

test('are listed up to a number and a length, and counted beyond them', () => {
  const text = (full['GPL-3.0-only']?.licenseText ?? '')
    .replaceAll(/\bcovered\b/g, 'uncovered')
    .replaceAll('you', 'they')
  const { differences } = identify({ sha256: '', text: `${'word '.repeat(500)}\n\n${text}` }, index)
  expect(differences.items.length).toBe(MOST_DIFFERENCES)
  expect(differences.isTruncated).toBe(true)
  expect(differences.counts.inside).toBeGreaterThan(MOST_DIFFERENCES)
  for (const { text: words, reference } of differences.items) {
    expect((words ?? '').length).toBeLessThan(410)
    expect((reference ?? '').length).toBeLessThan(410)
  }
  const starts = differences.items.map((one) => one.start)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
})
