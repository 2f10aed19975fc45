import { expect, test } from 'vitest'
import { type LicencesInUseInput, licencesInUse, type RevisionBinding } from './licences-in-use.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const INSTANTS = [day(1), day(2), day(3), day(4)]

function bound(
  revisionId: string,
  licenceId: string | null,
  on: number,
  basis: RevisionBinding['basis'] = 'identified',
) {
  return { revisionId, licenceId, basis, recordedAt: day(on) }
}

function read(input: Partial<LicencesInUseInput>) {
  const { series, points } = licencesInUse({ instants: INSTANTS, stretches: [], bindings: [], ...input })
  const names = series.map((one) => (one.kind === 'licence' ? one.id : one.kind))
  return { names, counts: points.map((point) => point.counts) }
}

test('counts the deployments of each licence, the largest now first', () => {
  const { names, counts } = read({
    stretches: [
      { revisionId: 'a', from: 0, until: 4, deployments: 2 },
      { revisionId: 'b', from: 0, until: 4, deployments: 3 },
    ],
    bindings: [bound('a', 'MIT', 1), bound('b', 'Apache-2.0', 1)],
  })
  expect(names).toEqual(['Apache-2.0', 'MIT'])
  expect(counts[3]).toEqual([3, 2])
})

test('leaves a gap before anything was on record, and draws a zero after the last one went', () => {
  const { counts } = read({
    stretches: [{ revisionId: 'a', from: 1, until: 3, deployments: 1 }],
    bindings: [bound('a', 'MIT', 1)],
  })
  expect(counts).toEqual([null, [1], [1], [0]])
})

test('an empty register has no line and no figures', () => {
  expect(read({})).toEqual({ names: [], counts: [null, null, null, null] })
})

test('a binding counts from when it was recorded: a licence recognised later does not reach back', () => {
  const { names, counts } = read({
    stretches: [{ revisionId: 'a', from: 0, until: 4, deployments: 1 }],
    bindings: [bound('a', 'MIT', 3)],
  })
  expect(names).toEqual(['MIT', 'unknown'])
  expect(counts).toEqual([
    [0, 1],
    [0, 1],
    [1, 0],
    [1, 0],
  ])
})

test('an identified text speaks before a declaration, and a conclusion before both', () => {
  const { names } = read({
    instants: [day(9)],
    stretches: [
      { revisionId: 'a', from: 0, until: 1, deployments: 2 },
      { revisionId: 'b', from: 0, until: 1, deployments: 1 },
    ],
    bindings: [
      bound('a', 'MIT', 5, 'declared'),
      bound('a', 'Apache-2.0', 1, 'identified'),
      bound('b', 'Apache-2.0', 5, 'identified'),
      bound('b', 'BSD-3-Clause', 1, 'concluded'),
    ],
  })
  expect(names).toEqual(['Apache-2.0', 'BSD-3-Clause'])
})

test('what is not known to run, or under which licence, stands as unknown', () => {
  const { names, counts } = read({
    stretches: [
      { revisionId: null, from: 0, until: 4, deployments: 1 },
      { revisionId: 'a', from: 0, until: 4, deployments: 1 },
    ],
    bindings: [bound('a', null, 1)],
  })
  expect(names).toEqual(['unknown'])
  expect(counts[0]).toEqual([2])
})

test('beyond six licences the smallest are one line, and the unknown keep theirs', () => {
  const many = Array.from({ length: 8 }, (_, n) => `licence-${n}`)
  const { names, counts } = read({
    stretches: [
      ...many.map((id, n) => ({ revisionId: id, from: 0, until: 4, deployments: 20 - n })),
      { revisionId: null, from: 0, until: 4, deployments: 1 },
    ],
    bindings: many.map((id) => bound(id, id, 1)),
  })
  expect(names).toEqual(['licence-0', 'licence-1', 'licence-2', 'licence-3', 'unknown', 'other'])
  expect(counts[0]).toEqual([20, 19, 18, 17, 1, 16 + 15 + 14 + 13])
})
