import full from 'spdx-license-list/full.js'
import { expect, test } from 'vitest'
import slotsFile from './data/template-slots.json' with { type: 'json' }
import { readForMatching } from './matching-text.ts'
import { templateSlots } from './template-slots.ts'

test('every slot lies within the words of its text', () => {
  for (const [id, row] of Object.entries(slotsFile.texts)) {
    expect([id, readForMatching(full[id]?.licenseText ?? '').words.length]).toEqual([id, row.words])
    for (const { from, to } of templateSlots(id, row.words)) {
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeGreaterThanOrEqual(from)
      expect(to).toBeLessThanOrEqual(row.words)
    }
  }
})

test('a copy with another number of words has none, since the places would not be its own', () => {
  expect(templateSlots('MIT', slotsFile.texts.MIT.words).length).toBeGreaterThan(3)
  expect(templateSlots('MIT', slotsFile.texts.MIT.words - 1)).toEqual([])
})
