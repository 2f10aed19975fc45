import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findAlias, isLicenceId, type Vocabulary } from './aliases.ts'
import tagsFile from './data/hf-license-tags.json' with { type: 'json' }
import knownFile from './data/known-fingerprints.json' with { type: 'json' }
import aliases from './data/licence-aliases.json' with { type: 'json' }
import termsFile from './data/licence-terms.json' with { type: 'json' }

const TABLES = {
  catalogue: aliases.catalogue,
  hubTag: aliases.hubTag,
  hubName: aliases.hubName,
  text: aliases.text,
  scancode: aliases.scancode,
  terms: aliases.terms,
}

describe('one table for five vocabularies', () => {
  test('every id stands for exactly one licence or says that it cannot', () => {
    for (const [vocabulary, rows] of Object.entries(TABLES)) {
      for (const id of Object.keys(rows)) {
        const alias = findAlias(vocabulary as Vocabulary, id)
        expect(alias, `${vocabulary} ${id}`).not.toBeNull()
        const ids = alias?.licenceId === null ? alias.candidates : [alias?.licenceId ?? '']
        expect(ids.filter((one) => !isLicenceId(one))).toEqual([])
        expect(new Set(ids).size).toBe(ids.length)
      }
    }
  })

  test('only names that people give are ambiguous: catalogue, text, scancode and terms ids never are', () => {
    for (const rows of [aliases.catalogue, aliases.text, aliases.scancode, aliases.terms]) {
      for (const target of Object.values(rows)) expect(typeof target).toBe('string')
    }
  })

  test('no licence of ours hides an SPDX id, and none is without a name', () => {
    for (const [id, name] of Object.entries(aliases.licences)) {
      expect(id).toMatch(/^LicenseRef-[A-Za-z0-9.-]+$/)
      expect(name).not.toBe('')
    }
  })

  test('each terms row, shipped fingerprint and hub tag is in it', () => {
    for (const row of termsFile.licences) expect(findAlias('terms', row.id)?.licenceId).toBe(row.id)
    for (const known of knownFile.texts) expect(findAlias('text', known.textId)?.licenceId).toBe(known.licenceId)
    for (const row of tagsFile.tags) {
      const alias = findAlias('hubTag', row.tag)
      if (row.kind === 'spdx') expect(alias?.licenceId).toBe(row.spdx)
      else if (alias?.licenceId != null) expect(alias.licenceId).toBe('licenseRef' in row ? row.licenseRef : undefined)
    }
    for (const row of tagsFile.licenseNamesSeenUnderOther) expect(findAlias('hubName', row.license_name)).not.toBeNull()
  })

  test('names of several texts stand for none of them', () => {
    for (const name of ['qwen-research', 'modified-mit', 'tongyi-qianwen', 'yi-license']) {
      expect(findAlias('hubName', name)?.licenceId).toBeNull()
    }
    expect(findAlias('hubTag', 'gemma')?.candidates).toHaveLength(3)
  })

  test('what it does not hold is not guessed', () => {
    expect(findAlias('hubTag', 'constructor')).toBeNull()
    expect(findAlias('spdx', 'mit')).toBeNull()
    expect(findAlias('spdx', 'MIT')?.licenceId).toBe('MIT')
  })

  test.runIf(existsSync('../shared/data/qwen-catalogue.json'))(
    'every licence id of the catalogue at hand is known',
    () => {
      const { licence_ids: ids } = JSON.parse(readFileSync('../shared/data/qwen-catalogue.json', 'utf8'))
      for (const [id, entry] of Object.entries<{ text_id: string | null }>(ids)) {
        const licenceId = findAlias('catalogue', id)?.licenceId
        expect([id, licenceId]).toEqual([id, expect.any(String)])
        if (entry.text_id !== null) expect(findAlias('text', entry.text_id)?.licenceId).toBe(licenceId)
      }
    },
  )
})
