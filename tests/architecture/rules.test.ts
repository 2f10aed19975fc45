import { describe, expect, test } from 'vitest'
import { DOOR_EXAMPLES } from './examples/doors.ts'
import { FILE_EXAMPLES } from './examples/files.ts'
import { IMPORT_EXAMPLES } from './examples/imports.ts'
import { PURITY_EXAMPLES } from './examples/purity.ts'
import { SCHEMA_EXAMPLES } from './examples/schema.ts'
import { RULES } from './rules.ts'

const EXAMPLES = [...IMPORT_EXAMPLES, ...PURITY_EXAMPLES, ...DOOR_EXAMPLES, ...SCHEMA_EXAMPLES, ...FILE_EXAMPLES]

test('every rule of the house is tried', () => {
  expect(EXAMPLES.map((example) => example.rule.name).toSorted()).toEqual(RULES.map((rule) => rule.name).toSorted())
})

for (const { rule, good, bad } of EXAMPLES) {
  describe(rule.name, () => {
    test('holds on a tree that keeps it', () => {
      expect(rule.check(good)).toEqual([])
    })

    for (const [index, [offender, tree]] of bad.entries()) {
      test(`finds the offender ${index + 1}, ${offender}`, () => {
        const found = rule.check(tree)
        expect(found.map((violation) => violation.file)).toContain(offender)
        for (const { sentence } of found) expect(sentence.length).toBeGreaterThan(20)
      })
    }
  })
}
