import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dictatedNotice } from './dictated-words.ts'
import { dutiesOf } from './duties.ts'
import type { DutyDeployment, DutyKind } from './duty.ts'
import { dutyReason, dutySentence } from './duty-sentences.en.ts'
import { findTermsFor, type TermCell, type TermsRow } from './terms.ts'

const INTERNAL: DutyDeployment = {
  use: 'internal',
  exposure: 'internal',
  monthlyActiveUsers: null,
  regions: [],
  isDerived: null,
}
const SERVED: DutyDeployment = { ...INTERNAL, use: 'commercial', exposure: 'customers' }
const SHIPPED: DutyDeployment = { ...SERVED, exposure: 'redistributed' }

function termsOf(id: string): TermsRow {
  const row = findTermsFor(id, 'MATCH')
  if (row === null) throw new Error(`No terms of ${id}.`)
  return row
}

function withTerm(key: string, cell: TermCell): TermsRow {
  const row = termsOf('Apache-2.0')
  return { ...row, terms: { ...row.terms, [key]: cell } }
}

function told(terms: TermsRow, deployment: DutyDeployment, kind: DutyKind, text: string | null = null) {
  return dutiesOf(terms, deployment, text)
    .filter((duty) => duty.kind === kind)
    .map((duty) => `${duty.applies} ${duty.why.code}`)
}

const NOTICE_CLAUSE = `3. Redistribution
  c. You shall retain in all copies of the Materials that you distribute the following attribution notices within a
     "Notice" text file distributed as a part of such copies: "Qwen is licensed under the Qwen
     LICENSE AGREEMENT, Copyright (c) Alibaba Cloud. All Rights Reserved."; and
5. Rules of use
  b. If you use the Materials or any outputs or results therefrom to create, train, fine-tune, or improve an AI model that is
     distributed or made available, you shall prominently display “Built with Qwen” or “Improved using Qwen” in it.
`

describe('duties of whoever hands copies on', () => {
  test('a copy of the licence and its notices go with every copy, and with no other use', () => {
    const apache = termsOf('Apache-2.0')
    expect(told(apache, SHIPPED, 'licence_copy')).toEqual(['yes copies-given-on'])
    expect(told(apache, SHIPPED, 'notice_text')).toEqual(['yes copies-given-on'])
    expect(told(apache, SERVED, 'licence_copy')).toEqual(['no no-copies-given-on'])
  })
  test('whether files were changed is not on record, so marking changes cannot be told', () => {
    expect(told(termsOf('Apache-2.0'), SHIPPED, 'statement_of_changes')).toEqual(['cannot_tell changes-not-stated'])
  })
  test('the dictated notice is quoted from the text word for word, however its lines are broken', () => {
    const [notice] = dutiesOf(termsOf('LicenseRef-qwen-2024'), SHIPPED, NOTICE_CLAUSE).filter(
      (duty) => duty.kind === 'notice_text',
    )
    expect(notice?.words).toEqual([
      'Qwen is licensed under the Qwen LICENSE AGREEMENT, Copyright (c) Alibaba Cloud. All Rights Reserved.',
    ])
    expect(notice?.section).toBe('3.c')
  })
  test('without the text no words are made up', () => {
    const [notice] = dutiesOf(termsOf('LicenseRef-qwen-2024'), SHIPPED).filter((duty) => duty.kind === 'notice_text')
    expect(notice?.words).toEqual([])
  })
  test('research texts forbid commercial copies', () => {
    expect(told(termsOf('LicenseRef-qwen-research-2024'), SHIPPED, 'no_commercial_copies')).toEqual([
      'yes copies-given-on',
    ])
  })
})

describe('duties of whoever serves others', () => {
  test('a display that falls on derived models cannot be told until somebody says whether this is one', () => {
    const qwen = termsOf('LicenseRef-qwen-2024')
    expect(told(qwen, SERVED, 'display', NOTICE_CLAUSE)).toEqual(['cannot_tell derived-not-stated'])
    expect(told(qwen, { ...SERVED, isDerived: true }, 'display', NOTICE_CLAUSE)).toEqual(['yes derived'])
    expect(told(qwen, { ...SERVED, isDerived: false }, 'display', NOTICE_CLAUSE)).toEqual(['no not-derived'])
    expect(told(qwen, INTERNAL, 'display', NOTICE_CLAUSE)).toEqual(['no not-made-available'])
    expect(told(qwen, SERVED, 'display')).toEqual(['cannot_tell reach-not-read'])
  })
  test('the label that has to be shown is told', () => {
    const [display] = dutiesOf(termsOf('LicenseRef-qwen-2024'), SERVED, NOTICE_CLAUSE).filter(
      (duty) => duty.kind === 'display',
    )
    expect(display?.words).toEqual(['Built with Qwen', 'Improved using Qwen'])
    expect(display?.passage).toContain('create, train, fine-tune')
  })
  test('restrictions that have to be passed on bind towards customers', () => {
    expect(told(termsOf('LicenseRef-falcon-2-11b-1.0'), SERVED, 'pass_on_terms')).toContain('yes made-available')
  })
})

describe('figures', () => {
  const qwen = termsOf('LicenseRef-qwen-2024')
  test('above the figure a licence is needed, below it not, unknown cannot be told', () => {
    expect(told(qwen, { ...SERVED, monthlyActiveUsers: 100_000_001 }, 'threshold')).toEqual(['yes users-above'])
    expect(told(qwen, { ...SERVED, monthlyActiveUsers: 100_000_000 }, 'threshold')).toEqual(['no users-below'])
    expect(told(qwen, SERVED, 'threshold')).toEqual(['cannot_tell users-not-stated'])
    expect(told(qwen, INTERNAL, 'threshold')).toEqual(['no not-commercial'])
  })
  test('a figure of the month before the release is not read off today’s users', () => {
    const few = { ...SERVED, monthlyActiveUsers: 5 }
    expect(told(termsOf('LicenseRef-llama3'), few, 'threshold')).toEqual(['cannot_tell counted-in-the-past'])
  })
  test('where revenue binds as well, few users do not free', () => {
    const community = termsOf('LicenseRef-qwen-community-1.0')
    const few = { ...SERVED, monthlyActiveUsers: 5 }
    expect(told(community, few, 'display')).toEqual(['cannot_tell revenue-not-stated'])
    expect(told(community, INTERNAL, 'display')).toEqual(['no not-made-available'])
  })
  test('the label that has to be shown above a figure is told with it', () => {
    const [display] = dutiesOf(termsOf('LicenseRef-kimi-k2-modified-mit'), {
      ...SERVED,
      monthlyActiveUsers: 200_000_000,
    })
    expect(display).toMatchObject({ kind: 'display', applies: 'yes', words: ['Kimi K2'] })
  })
  test('named lines of business wait for a person, but not for use within the company', () => {
    const community = termsOf('LicenseRef-qwen-community-1.0')
    expect(told(community, SERVED, 'separate_licence')).toEqual(['cannot_tell business-not-stated'])
    expect(told(community, INTERNAL, 'separate_licence')).toEqual(['no internal-use-exempt'])
  })
})

describe('places', () => {
  const hunyuan = termsOf('LicenseRef-tencent-hunyuan-3d-2.0')
  test('a place that is left out binds, one that is not does not, none stated cannot be told', () => {
    expect(told(hunyuan, { ...SERVED, regions: ['DE'] }, 'territory')).toEqual(['yes region-left-out'])
    expect(told(hunyuan, { ...SERVED, regions: ['US'] }, 'territory')).toEqual(['no region-not-left-out'])
    expect(told(hunyuan, SERVED, 'territory')).toEqual(['cannot_tell region-not-stated'])
  })
  test('a place left out only for some models cannot be told', () => {
    expect(told(termsOf('LicenseRef-llama4'), { ...SERVED, regions: ['DE'] }, 'territory')).toEqual([
      'cannot_tell territory-in-part',
    ])
  })
})

describe('how surely a term was read', () => {
  test('low confidence neither binds nor frees', () => {
    const unsure = withTerm('attribution_notice', { value: 'keep_notices', section: '1', confidence: 'low' })
    expect(told(unsure, SHIPPED, 'notice_text')).toEqual(['cannot_tell read-unsurely'])
    expect(told(unsure, INTERNAL, 'notice_text')).toEqual(['cannot_tell read-unsurely'])
  })
  test('read unsurely as asking nothing is still told', () => {
    expect(told(termsOf('LicenseRef-chatglm3-6b'), SHIPPED, 'share_alike')).toEqual(['cannot_tell read-unsurely'])
  })
  test('a term nobody read is told as such, never as no duty', () => {
    const unread = withTerm('share_alike', { value: null, section: null, confidence: 'none' })
    expect(told(unread, SHIPPED, 'share_alike')).toEqual(['cannot_tell not-read'])
  })
  test('what binds comes first, and every duty has its sentence and reason', () => {
    const duties = dutiesOf(termsOf('LicenseRef-llama3'), SHIPPED)
    const order = duties.map((duty) => ['yes', 'cannot_tell', 'no'].indexOf(duty.applies))
    expect(order).toEqual(order.toSorted())
    for (const duty of duties) expect(`${dutySentence(duty)} ${dutyReason(duty.why)}`).not.toMatch(/undefined|null/)
  })
  test('a licence without conditions asks for no more than its copies', () => {
    expect(dutiesOf(termsOf('MIT'), INTERNAL).map((duty) => duty.applies)).toEqual(['no', 'no'])
  })
})

const REAL = '../shared/data/licences'

test.runIf(existsSync(REAL)).each([
  [
    'llama-3-community-license.txt',
    'LicenseRef-llama3',
    'Meta Llama 3 is licensed under the Meta Llama 3 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.',
  ],
  [
    'llama-2-community-license.txt',
    'LicenseRef-llama2',
    'Llama 2 is licensed under the LLAMA 2 Community License, Copyright (c) Meta Platforms, Inc. All Rights Reserved.',
  ],
  [
    'qwen-license-2024-09-19.txt',
    'LicenseRef-qwen-2024',
    'Qwen is licensed under the Qwen LICENSE AGREEMENT, Copyright (c) Alibaba Cloud. All Rights Reserved.',
  ],
  [
    'nvidia-open-model-license-2025-04-28.txt',
    'LicenseRef-nvidia-open-model-2025-04-28',
    'Licensed by NVIDIA Corporation under the NVIDIA Open Model License',
  ],
])('%s dictates its notice word for word', (file, id, notice) => {
  const evidence = termsOf(id).terms['attribution_notice']?.evidence ?? ''
  expect(dictatedNotice(readFileSync(`${REAL}/${file}`, 'utf8'), evidence)).toBe(notice)
})

test('a quotation may hold another, and an end may be set with the other mark', () => {
  const nested = 'contain: “Hun is licensed, and “Hun” is a mark of us.” All else stays.'
  expect(dictatedNotice(nested, 'Hun is licensed')).toBe('Hun is licensed, and “Hun” is a mark of us.')
  expect(dictatedNotice('retain: "This is licensed, All Rights Reserved.” If', 'This is licensed')).toBe(
    'This is licensed, All Rights Reserved.',
  )
  expect(dictatedNotice('This is licensed.', 'This is licensed')).toBeNull()
  expect(dictatedNotice('nothing', 'This is licensed')).toBeNull()
})
