import { expect, test } from 'vitest'
import { governingText } from './governing-text.ts'

const files = (...paths: string[]) => paths.map((path) => ({ path, licenceId: null }))

test('the plain licence file at the root governs, whatever else lies about', () => {
  expect(governingText(files('third_party/LICENSE', 'LICENSE-CODE', 'LICENSE'))?.path).toBe('LICENSE')
})

test('an agreement governs where no plain licence file stands at the same depth', () => {
  expect(governingText(files('docs/LICENSE', 'Model License Agreement.txt'))?.path).toBe('Model License Agreement.txt')
})

test('a notice or a use policy never governs', () => {
  expect(governingText(files('NOTICE', 'USE_POLICY.md'))).toBeUndefined()
})
