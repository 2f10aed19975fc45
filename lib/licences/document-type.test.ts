import { expect, test } from 'vitest'
import { documentTypeOf, keptFileName } from './document-type.ts'

test.each([
  ['<!DOCTYPE html><html>', null, 'text/html'],
  ['\n<!-- made by hand -->\n<html lang="en">', 'text/plain', 'text/html'],
  ['You may use it.', 'text/html', 'text/html'],
  ['You may use <html> tags.', 'text/plain', 'text/plain'],
  ['You may use it.', null, 'text/plain'],
])('%j served as %s is %s', (text, served, type) => {
  expect(documentTypeOf(text, served)).toBe(type)
})

test('of a file name only the last part is kept, without hidden characters; nothing is kept as nothing', () => {
  expect(keptFileName('C:\\docs\\LICENSE.txt')).toBe('LICENSE.txt')
  expect(keptFileName('/etc/../LICENSE\u202Etxt\u0000')).toBe('LICENSEtxt')
  expect(keptFileName(`a${'😀'.repeat(150)}`)?.isWellFormed()).toBe(true)
  expect([keptFileName(''), keptFileName('folder/')]).toEqual([null, null])
})
