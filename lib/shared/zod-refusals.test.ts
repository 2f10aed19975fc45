import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { jsonPointer } from './json-pointer.ts'
import { refusalsOf } from './zod-refusals.ts'

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  stage: z.enum(['live', 'test']),
  list: z.array(z.int()).max(2),
})

function refusals(input: unknown, prefix = '') {
  const parsed = schema.safeParse(input)
  return parsed.success ? [] : refusalsOf(parsed.error, input, prefix)
}

describe('what zod refuses', () => {
  test('is told apart into missing and wrong', () => {
    expect(refusals({ name: 5, list: [] })).toEqual([
      { field: '/name', rule: 'name.wrong-type', message: 'This is not text.', remedy: 'Give text.' },
      { field: '/stage', rule: 'stage.missing', message: 'This is missing.', remedy: 'Give one of: live, test.' },
    ])
  })

  test('points to its place, also within a list and a larger body', () => {
    expect(refusals({ name: 'a', stage: 'live', list: [1, 'x'] }, '/rows/3')).toMatchObject([
      { field: '/rows/3/list/1', rule: 'list.wrong-type', message: 'This is not a number.' },
    ])
  })

  test('names limits in plain words', () => {
    expect(refusals({ name: 'abcdef', stage: 'live', list: [1, 2, 3] })).toMatchObject([
      { rule: 'name.too-long', message: 'This is more than 5 characters.', remedy: 'Give at most 5 characters.' },
      { rule: 'list.too-many', remedy: 'Give at most 2 entries.' },
    ])
    expect(refusals({ name: '', stage: 'live', list: [] })).toMatchObject([{ rule: 'name.empty' }])
  })

  test('names each field that does not exist', () => {
    expect(refusals({ name: 'a', stage: 'live', list: [], x: 1, 'a/b~': 2 }).map((refusal) => refusal.field)).toEqual([
      '/x',
      '/a~1b~0',
    ])
  })

  test('takes rule and remedy from a refinement that brings its own', () => {
    const even = z.strictObject({
      n: z.int().refine((n) => n % 2 === 0, {
        error: 'This is odd.',
        params: { rule: 'n.odd', remedy: 'Give an even number.' },
      }),
    })
    const parsed = even.safeParse({ n: 3 })
    expect(parsed.success ? [] : refusalsOf(parsed.error)).toEqual([
      { field: '/n', rule: 'n.odd', message: 'This is odd.', remedy: 'Give an even number.' },
    ])
  })

  test('says of a pattern what its schema says, rather than that there is one', () => {
    const lower = z.strictObject({ slug: z.string().regex(/^[a-z]+$/, 'is not lower-case letters') })
    const parsed = lower.safeParse({ slug: 'A' })
    expect(parsed.success ? [] : refusalsOf(parsed.error)).toMatchObject([
      { rule: 'slug.wrong-form', message: 'This is not lower-case letters.' },
    ])
  })

  test('can be read without the input too', () => {
    const parsed = schema.safeParse({ stage: 'live', list: [] })
    expect(parsed.success ? [] : refusalsOf(parsed.error)).toMatchObject([{ rule: 'name.missing' }])
  })
})

test('a pointer escapes what it must', () => {
  expect(jsonPointer([])).toBe('')
  expect(jsonPointer(['a', 0, 'b/c~d'])).toBe('/a/0/b~1c~0d')
})
