import full from 'spdx-license-list/full.js'
import { beforeAll, describe, expect, test } from 'vitest'
import groupsFile from './data/spdx-text-groups.json' with { type: 'json' }
import { loadSpdxReferences, type ReferenceText, spdxGroup } from './spdx-index.ts'

describe("SPDX's texts", () => {
  let references: ReferenceText[]
  beforeAll(async () => {
    references = await loadSpdxReferences()
  }, 60_000)

  test('the published groups are exactly the ids that share a text', () => {
    const seen = new Map(references.map((one) => [one.fingerprint, one.licenceId]))
    expect(seen.size).toBe(references.length)
    const grouped = groupsFile.groups.flat()
    expect(new Set(grouped).size).toBe(grouped.length)
    const named = new Set(references.flatMap((one) => [one.licenceId, ...one.alternatives]))
    expect(Object.keys(full).filter((id) => !named.has(id))).toEqual([])
    expect(named.size).toBe(Object.keys(full).length)
    // An older copy of one licence may be laid out apart; any other two references are two licences.
    expect(references.length - new Set(references.map((one) => one.licenceId)).size).toBeLessThan(5)
  })

  test('a shared text is named by the id that promises least, deprecated ids last', () => {
    expect(spdxGroup('GPL-3.0-or-later')).toEqual({
      licenceId: 'GPL-3.0-only',
      alternatives: ['GPL-3.0-or-later', 'GPL-3.0', 'GPL-3.0+'],
    })
    expect(spdxGroup('MIT')).toEqual({ licenceId: 'MIT', alternatives: [] })
  })

  test('no text normalises to nothing', () => {
    expect(references.filter((one) => one.words.length < 5).map((one) => one.licenceId)).toEqual([])
  })
})
