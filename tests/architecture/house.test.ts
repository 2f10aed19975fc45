import { expect, test } from 'vitest'
import { PUBLIC_ACTIONS } from './rules/actions-are-gated.ts'
import { PUBLIC_HANDLERS } from './rules/handlers-are-gated.ts'
import { PUBLIC_PAGES, pageAddress } from './rules/pages-are-gated.ts'
import { CASCADES } from './rules/relations-say-on-delete.ts'
import { RULES } from './rules.ts'
import { readTree } from './source-tree.ts'

const tree = readTree()

test('the checkout is read whole', () => {
  const paths = [...tree.sources.keys()]
  for (const place of ['app/', 'lib/', 'scripts/', 'tests/'])
    expect(paths.some((path) => path.startsWith(place))).toBe(true)
  expect(tree.models.length).toBeGreaterThan(10)
})

test('every exception on a list is still needed', () => {
  const files = [...tree.sources.values()]
  const pages = new Set(files.map((file) => pageAddress(file.path)))
  const actions = files.flatMap((file) => file.exportedNames.map((name) => `${file.path} ${name}`))
  const relations = tree.models.flatMap((model) => model.fields.map((field) => `${model.name}.${field.name}`))
  expect(Object.keys(PUBLIC_PAGES).filter((page) => !pages.has(page))).toEqual([])
  expect(Object.keys(PUBLIC_HANDLERS).filter((path) => !tree.sources.has(path))).toEqual([])
  expect(Object.keys(PUBLIC_ACTIONS).filter((action) => !actions.includes(action))).toEqual([])
  expect(Object.keys(CASCADES).filter((relation) => !relations.includes(relation))).toEqual([])
})

for (const rule of RULES) {
  test(rule.name, () => {
    expect(rule.check(tree).map(({ file, sentence }) => `${file} ${sentence}`)).toEqual([])
  })
}
