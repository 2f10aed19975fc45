import { describe, expect, test } from 'vitest'
import { currentStatus, isDoubtful } from './change.ts'
import type { FileSummary, RepositoryState } from './repository-state.ts'
import { settle, stillHolds } from './settle.ts'

const suspectedAt = new Date('2026-11-25T10:00:00Z')
const later = (seconds: number) => new Date(suspectedAt.getTime() + seconds * 1000)

describe('a suspicion', () => {
  test('is confirmed by a look at least as much later as was set, and waits before', () => {
    const suspicion = { suspectedAt, stillHolds: true }
    expect(settle(suspicion, later(3_599), 3_600)).toBeNull()
    expect(settle(suspicion, later(3_600), 3_600)).toBe('confirmed')
  })

  test('is never confirmed by the look that raised it, even where nothing has to be waited for', () => {
    expect(settle({ suspectedAt, stillHolds: true }, suspectedAt, 0)).toBeNull()
    expect(settle({ suspectedAt, stillHolds: true }, later(1), 0)).toBe('confirmed')
  })

  test('is cleared as soon as a look sees otherwise, and left open by one that cannot tell', () => {
    expect(settle({ suspectedAt, stillHolds: false }, later(1), 3_600)).toBe('cleared')
    expect(settle({ suspectedAt, stillHolds: null }, later(9_999), 3_600)).toBeNull()
  })
})

const files: FileSummary = {
  licences: [{ path: 'NOTICE', oid: 'a', sha256: 'b' }],
  weights: null,
  tokenizer: null,
  config: null,
  card: null,
  count: 1,
  bytes: 1,
}
const seen: RepositoryState = {
  access: 'open',
  name: 'Qwen/Model',
  commit: 'c',
  lastModifiedAt: null,
  createdAt: null,
  declaration: { license: null, licenseName: null, licenseLink: null, tags: [] },
  baseModels: [],
  gateTerms: null,
  task: null,
  library: null,
  parameters: null,
  files,
}

describe('whether a doubtful change still holds', () => {
  test('a hidden repository tells nothing about weights and licences, and all about being hidden', () => {
    const hidden: RepositoryState = { access: 'withheld', name: 'Qwen/Model' }
    expect(stillHolds('emptied', hidden)).toBeNull()
    expect(stillHolds('licence_removed', hidden)).toBeNull()
    expect([stillHolds('withheld', hidden), stillHolds('disabled', hidden)]).toEqual([true, false])
  })

  test('a notice is no licence, and a licence that is back ends what followed from its going', () => {
    expect(stillHolds('licence_removed', seen)).toBe(true)
    const back = { ...seen, files: { ...files, licences: [{ path: 'LICENSE', oid: 'a', sha256: 'b' }] } }
    expect([stillHolds('licence_removed', back), stillHolds('licence_mismatch_cleared', back)]).toEqual([false, false])
    expect([stillHolds('emptied', seen), stillHolds('withheld', seen)]).toEqual([true, false])
  })
})

test('a mismatch that is over only because the licence seems gone is as doubtful as that', () => {
  expect(isDoubtful('licence_mismatch_cleared', ['licence_removed', 'licence_mismatch_cleared'])).toBe(true)
  expect(isDoubtful('licence_mismatch_cleared', ['licence_text_changed', 'licence_mismatch_cleared'])).toBe(false)
  expect([isDoubtful('withheld', []), isDoubtful('licence_text_changed', [])]).toEqual([true, false])
})

test('a change stands as what was said last of it: cleared, else confirmed, else suspected', () => {
  expect(currentStatus([{ status: 'suspected' }])).toBe('suspected')
  expect(currentStatus([{ status: 'confirmed' }, { status: 'suspected' }])).toBe('confirmed')
  expect(currentStatus([{ status: 'suspected' }, { status: 'cleared' }, { status: 'confirmed' }])).toBe('cleared')
})
