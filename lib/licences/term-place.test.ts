import { expect, test } from 'vitest'
import { termPlaces } from './term-place.ts'

const TEXT =
  'Title\n\n1. Grant. You may use it.\n\n5. Rules\n  a. Keep the notice.\n  b. You must not train\nother models.\n\n6.1 Law applies.'
const placeOf = termPlaces(TEXT)
const at = (evidence: string | null, section: string | null) => {
  const place = placeOf({ evidence, section })
  return place && TEXT.slice(place.start, place.end)
}

test("finds a term's own words however they are wrapped", () =>
  expect(at('not train other models', '1')).toBe('not train\nother models'))
test('finds the section where no words were kept', () => {
  expect(placeOf({ evidence: null, section: '5.b' })?.start).toBe(TEXT.indexOf('b. You'))
  expect(placeOf({ evidence: 'words of another text', section: '6.1' })?.start).toBe(TEXT.indexOf('6.1'))
})
test('finds nothing for what the text is silent on', () => expect(at(null, null)).toBeNull())
