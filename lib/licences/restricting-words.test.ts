import { expect, test } from 'vitest'
import { normaliseTokens } from './normalise.ts'
import { mayRestrict } from './restricting-words.ts'

const restricts = (written: string) =>
  mayRestrict(
    normaliseTokens(written).map((token) => token.word),
    written,
  )

test.each([
  'Valid only in the European Union.',
  'Not for production use.',
  'Hosting providers are excluded.',
  'Territory: Canada and Mexico.',
  'Derivatives stay non-profit.',
  'Kommerzielle Nutzung nur mit schriftlicher Genehmigung.',
  'Uso comercial prohibido.',
  '仅限个人使用。',
  'Только для некоммерческого использования.',
])('a remark may narrow what a licence grants: %s', (remark) => {
  expect(restricts(remark)).toBe(true)
})

test.each([
  'Foo 2.0.1-beta',
  'Foo reads bar files and turns them into baz.',
  'It is small, quick and has no dependencies.',
  'npm install foo',
  'Use',
  'Version 2.3 of 4 May 2020',
  'Thanks to Ann and Bob.',
  'A model that plays chess.',
  'This project is licensed under the MIT license.',
  'You may use either of these licenses.',
  'Bug reports: https://bugs.example.org',
  '北京智源人工智能研究院',
])('a name, a version, code or what a program does narrows nothing: %s', (remark) => {
  expect(restricts(remark)).toBe(false)
})
