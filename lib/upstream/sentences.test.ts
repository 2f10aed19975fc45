import { expect, test } from 'vitest'
import { CHANGE_KINDS } from './change.ts'
import { changeSentence, changeSummary, reasonText } from './sentences.en.ts'

const bare = { model: 'Qwen/Model', before: null, after: null, part: '' }
const text = (sha256: string, more = {}) => ({ path: 'LICENSE', sha256, oid: sha256, ...more })

test('every kind of change is one plain sentence, also of values nobody expected', () => {
  for (const kind of CHANGE_KINDS) {
    for (const odd of [null, 'text', 7, true, [], {}, { path: 4 }]) {
      const sentence = changeSentence({ ...bare, kind, before: odd, after: odd })
      expect(sentence, kind).toMatch(/^[^.].*\.$/)
      expect(sentence).not.toMatch(/undefined|\[object|null/)
    }
  }
})

test('a changed licence text says how much of it changed, and never what that means in law', () => {
  const said = (level: string) =>
    changeSentence({ ...bare, kind: 'licence_text_changed', before: text('a'), after: text('b', { level }) })
  expect(said('typography')).toBe(
    'The licence text LICENSE of Qwen/Model changed in layout, punctuation or spelling variants only.',
  )
  expect(said('replaced')).toBe('The licence text LICENSE of Qwen/Model changed: another licence stands there now.')
  expect(said('a level of another version')).toBe('The licence text LICENSE of Qwen/Model changed.')
})

test('a declaration is told in the words of the card', () => {
  const card = (license: string, licenseName: string | null) => ({ license, licenseName, licenseLink: null, tags: [] })
  const sentence = changeSentence({
    ...bare,
    kind: 'licence_declaration_changed',
    before: card('apache-2.0', null),
    after: card('other', 'qwen-research'),
  })
  expect(sentence).toBe('The card of Qwen/Model declares other, qwen-research; before, it declared apache-2.0.')
})

test('what is not confirmed says so', () => {
  const said = { ...bare, kind: 'withheld' as const }
  expect(changeSummary({ ...said, status: 'suspected' })).toMatch(/a second look has to confirm it\.$/)
  expect(changeSummary({ ...said, status: 'cleared' })).toMatch(/counts as not having happened\.$/)
  expect(changeSummary({ ...said, status: 'confirmed' })).toBe(changeSentence(said))
})

test('a reason nobody has named yet stands for itself', () => {
  expect(reasonText('rate_limited')).toBe('The hub asked for fewer requests')
  expect(reasonText('moon_phase')).toBe('moon_phase')
})
