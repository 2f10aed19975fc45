import full from 'spdx-license-list/full.js'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Identification } from './identification.ts'
import { identify } from './identify.ts'
import { type LicenceIndex, licenceIndex } from './licence-index.ts'
import { sha256Of } from './licence-text.ts'

const texts = Object.entries(full).map(([id, licence]) => [id, licence.licenseText] as const)
const read = (text: string) => ({ sha256: sha256Of(Buffer.from(text)), text })
const names = (found: Identification) => [found.licenceId, ...found.alternatives]
const wrap = (paragraph: string) =>
  paragraph
    .replace(/\s+/g, ' ')
    .replace(/(.{1,72})(?: |$)/g, '$1\n')
    .trim()

let index: LicenceIndex
beforeAll(async () => {
  index = await licenceIndex()
}, 60_000)

/** Every third text, another third for each starting point: all are covered, and no test takes long. */
function share(start: number) {
  return texts.filter((_, at) => at % 3 === start)
}

describe('every SPDX text names itself', () => {
  const unnamed = (some: typeof texts, change: (text: string) => string) =>
    some.filter(([id, text]) => !names(identify(read(change(text)), index)).includes(id)).map(([id]) => id)

  test('as published', () => expect(unnamed(texts, (text) => text)).toEqual([]), 60_000)
  test.each<[string, number, (text: string) => string]>([
    ['with other line ends and a byte order mark', 0, (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['inside a code fence', 1, (text) => `\`\`\`text\n${text}\n\`\`\`\n`],
    ['behind comment marks', 2, (text) => text.replace(/^/gm, '// ')],
    ['behind the comment words of m4', 0, (text) => text.replace(/^/gm, 'dnl ')],
    ['with straight quotes', 1, (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")],
    ['in quotes', 2, (text) => `"${text.trim()}"`],
  ])('%s', (_, start, change) => expect(unnamed(share(start), change)).toEqual([]), 60_000)

  test('with its clauses wrapped anew, but for a handful, and never as another licence', () => {
    const wrapped = (text: string) =>
      text
        .split(/\n\s*\n/)
        .map((paragraph) => wrap(paragraph))
        .join('\n\n')
    const wrong = share(1).flatMap(([id, text]) => {
      const found = identify(read(wrapped(text)), index)
      return names(found).includes(id) ? [] : [{ id, named: found.licenceId }]
    })
    expect(wrong.filter((one) => one.named !== null)).toEqual([])
    expect(wrong.length).toBeLessThan(3)
  }, 60_000)
})

describe('what is not the whole of a licence never gets its plain name', () => {
  test.each([0.25, 0.5, 0.75])(
    'cut at %d',
    (cut) => {
      // What a text leaves off may be an option of it, or itself a shorter licence of the list.
      const isOption = new Set(['W3C', 'Wsuipa'])
      const named = share(cut * 4 - 1).flatMap(([id, text]) => {
        const found = identify(read(text.slice(0, Math.floor(text.length * cut))), index)
        return names(found).includes(id) && !isOption.has(id) ? [id] : []
      })
      expect(named).toEqual([])
    },
    60_000,
  )

  test.each<[string, RegExp, string]>([
    ['may', /\bmay\b/, 'may not'],
    ['not', /\b(?:shall|may|must) not\b/, 'may'],
    ['any', /\bany\b/, 'no'],
  ])(
    'one operative word flipped: %s',
    (_, from, to) => {
      const named = share(0).flatMap(([id, text]) => {
        const changed = text.replace(from, to)
        const found = identify(read(changed), index)
        return changed !== text && names(found).includes(id) ? [id] : []
      })
      expect(named).toEqual([])
    },
    60_000,
  )
})

describe('common licences as people fill them in', () => {
  const text = (id: string) => full[id]?.licenseText ?? ''
  const id = (source: string) => identify(read(source), index)

  test.each<[string, string, (text: string) => string]>([
    ['MIT', 'a copyright line', (one) => one.replace(/Copyright.*/, 'Copyright (c) 2026 Somebody, Inc.')],
    ['MIT', 'no title', (one) => one.replace(/^MIT License\s+/, '')],
    ['MIT', 'another form of its title', (one) => one.replace('MIT License', '# The MIT License (MIT)')],
    ['MIT', 'a holder in its disclaimer', (one) => one.replace('THE AUTHORS OR COPYRIGHT HOLDERS', 'ACME LTD')],
    ['BSD-3-Clause', 'a university', (one) => one.replace('the copyright holder nor', 'the University of X nor')],
    ['BSD-3-Clause', 'regents', (one) => one.replace('THE COPYRIGHT HOLDERS AND', 'THE REGENTS AND')],
    ['Apache-2.0', 'no appendix', (one) => one.slice(0, one.indexOf('END OF TERMS'))],
    ['Apache-2.0', 'its appendix filled in', (one) => one.replace('[yyyy] [name of copyright owner]', '2024 Acme')],
    ['GPL-2.0-only', 'another address', (one) => one.replaceAll(/51 Franklin[^.]*USA/g, '59 Temple Place, Boston, MA')],
    ['0BSD', 'a holder who disclaims', (one) => one.replaceAll('THE AUTHOR', 'ACME LTD')],
    ['ISC', 'two holders', (one) => `Copyright (c) 2001 A\nCopyright (c) 2002 B and others\n\n${one}`],
  ])('%s with %s', (licenceId, _, fill) => {
    expect(id(fill(text(licenceId)))).toMatchObject({ verdict: 'MATCH', licenceId })
  })

  test('what was filled in is told as such, with its place', () => {
    const filled = text('MIT').replace('THE AUTHORS OR COPYRIGHT HOLDERS', 'ACME LTD')
    const { differences } = id(filled)
    const [slot] = differences.items
    expect(differences.counts).toEqual({ slot: 1, outside: 0, inside: 0 })
    expect(slot).toMatchObject({ kind: 'slot', reference: 'the authors or copyright holders', text: 'acme ltd' })
    expect(filled.slice(slot?.start, slot?.end)).toBe('ACME LTD')
  })
  test('a condition does not pass for a holder', () => {
    const { verdict } = id(text('MIT').replace('THE AUTHORS OR COPYRIGHT HOLDERS', 'ACME LTD UNLESS PAID'))
    expect(verdict).toBe('MODIFIED')
  })
  test.each([
    'Above 100 million users the name must be displayed.',
    'The Software shall be used for Good, not Evil.',
    'For research purposes only.',
    'Neither the name of the copyright holder nor the names of its contributors may be used to endorse products.',
    'Die Nutzung in Diensten für Dritte ist nur mit der vorherigen schriftlichen Zustimmung des Herstellers erlaubt.',
  ])('MIT with a clause more is no MIT: %s', (clause) => {
    expect(id(`${text('MIT')}\n${clause}`)).toMatchObject({ verdict: 'MODIFIED', closest: { licenceId: 'MIT' } })
    expect(id(`${clause}\n\n${text('MIT')}`)).toMatchObject({ verdict: 'MODIFIED', closest: { licenceId: 'MIT' } })
  })
  test('a modified MIT is not MIT by its title either', () => {
    expect(id(text('MIT').replace('MIT License', 'Modified MIT License')).verdict).toBe('MODIFIED')
  })
  test('a text of several ids is named by the first, with the rest beside it', () => {
    expect(id(text('GPL-3.0-or-later'))).toMatchObject({
      licenceId: 'GPL-3.0-only',
      alternatives: ['GPL-3.0-or-later', 'GPL-3.0', 'GPL-3.0+'],
    })
  })
  test('two licences in one file are both told and neither is chosen', () => {
    const { verdict, licenceId, parts } = id(`${text('MIT')}\n\n${text('Apache-2.0')}`)
    expect({ verdict, licenceId }).toEqual({ verdict: 'CONTAINS', licenceId: null })
    expect(parts.map((part) => part.licenceId)).toEqual(['MIT', 'Apache-2.0'])
  })
})

describe('what stands beside or within a licence', () => {
  const byId = new Map(texts)
  const of = (id: string) => byId.get(id) ?? ''
  const named = (text: string) => identify(read(text), index).licenceId
  const mit = () => of('MIT').replace('<year> <copyright holders>', '2024 Example AG')

  test.each([
    ['Revocable permission is hereby granted', 'Permission is hereby granted'],
    ['No permission is hereby granted', 'Permission is hereby granted'],
  ])('a word before the grant is part of it: %s', (changed, plain) => {
    expect(named(mit())).toBe('MIT')
    expect(named(mit().replace(plain, changed))).toBeNull()
  })
  test.each([
    'Valid only in the European Union.',
    'Territory: Canada.',
    'Nur für den privaten Gebrauch.',
    '仅限个人使用。',
  ])('a remark that may narrow it takes its name away: %s', (remark) => {
    expect(named(`${mit()}\n\n${remark}\n`)).toBeNull()
    expect(named(`${remark}\n\n${mit()}`)).toBeNull()
  })
  test('a duty in a place left for a name is no name', () => {
    const bsd = of('BSD-3-Clause')
    expect(named(bsd.replace('the copyright holder nor', 'Example AG nor'))).toBe('BSD-3-Clause')
    expect(named(bsd.replace('the copyright holder nor', 'Example AG (to be printed on every box) nor'))).toBeNull()
  })
  test('an organisation is named in two clauses of the old BSD licence', () => {
    const old = of('BSD-4-Clause').replaceAll('the organization', 'Acme Corporation')
    expect(named(old.replace('the copyright holder nor', 'Acme Corporation nor'))).toBe('BSD-4-Clause')
  })
  test('the GNU licences end where their terms do; how to apply them may be left out', () => {
    for (const id of ['GPL-2.0-only', 'GPL-3.0-only', 'AGPL-3.0-only']) {
      const [terms = ''] = of(id).split(/How to Apply These Terms/i)
      expect([id, named(terms)]).toEqual([id, id])
    }
  })
  test('signs written as HTML entities are read as the signs', () => {
    expect(named(mit().replaceAll('"', '&quot;'))).toBe('MIT')
  })
})
