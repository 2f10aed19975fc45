import { expect, test } from 'vitest'
import { refusalsOf } from '#lib/shared/zod-refusals.ts'
import { textUploadInput } from './text-upload.ts'

function rules(input: unknown): string[] {
  const read = textUploadInput.safeParse(input)
  return read.success ? [] : refusalsOf(read.error, input).map((refusal) => `${refusal.field} ${refusal.rule}`)
}

test('words or an address, one of them and not both', () => {
  expect(rules({ text: 'You may.' })).toEqual([])
  expect(rules({ url: 'https://a.example' })).toEqual([])
  expect(rules({})).toEqual([' upload.one-source'])
  expect(rules({ text: 'You may.', url: 'https://a.example' })).toEqual([' upload.one-source'])
})

test('a field nobody knows and a note that is too long are refused by name', () => {
  expect(rules({ text: 'You may.', licence: 'MIT' })).toEqual(['/licence body.unknown-field'])
  expect(rules({ text: 'You may.', note: 'a'.repeat(2_001) })).toEqual(['/note note.too-long'])
})

test('an empty note is none, and a private address is never allowed by leaving it out', () => {
  expect(textUploadInput.parse({ text: 'You may.', note: '  ' })).toMatchObject({ note: null, allowPrivate: false })
})
