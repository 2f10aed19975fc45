import { describe, expect, test } from 'vitest'
import { entryRef, InvalidDataset, readCatalogueDataset } from './dataset.ts'
import { shippedCatalogue } from './shipped.ts'

describe('the shipped catalogue', () => {
  const dataset = shippedCatalogue()

  test('holds 273 models with weights and 39 offered only as a service', () => {
    expect(dataset.entries.filter((entry) => entry.weights === 'open')).toHaveLength(273)
    expect(dataset.entries.filter((entry) => entry.weights === 'api-only')).toHaveLength(39)
  })

  test('74 models have no release date, and none got an invented one', () => {
    expect(dataset.entries.filter((entry) => entry.release_date === null)).toHaveLength(74)
  })

  test('states each closed counterpart from both sides alike', () => {
    const fromBelow = dataset.entries.flatMap((entry) =>
      entry.weights === 'open'
        ? entry.closed_counterparts.map((c) => `${c.api_model_id} ${c.relation} ${entry.repo_id} ${c.confidence}`)
        : [],
    )
    const fromAbove = dataset.entries.flatMap((entry) =>
      entry.weights === 'api-only' && entry.counterpart.repo_id
        ? [
            `${entry.api_model_id} ${entry.counterpart.relation} ${entry.counterpart.repo_id} ${entry.counterpart.confidence}`,
          ]
        : [],
    )
    expect(fromAbove.toSorted()).toEqual(fromBelow.toSorted())
  })
})

describe('a catalogue that is wrong', () => {
  /** The shipped catalogue as loose JSON, to be spoilt. */
  function loose(): { entries: Record<string, unknown>[] } {
    return structuredClone(shippedCatalogue())
  }

  function problemsOf(json: unknown): readonly string[] {
    try {
      readCatalogueDataset(json)
    } catch (error) {
      if (error instanceof InvalidDataset) return error.problems
      throw error
    }
    return []
  }

  test('is refused with the place of the wrong field', () => {
    const json = loose()
    Object.assign(json.entries[3] ?? {}, { release_date: 'last summer' })
    expect(problemsOf(json)).toEqual(['entries.3.release_date: expected a day or a month such as 2026-08'])
  })

  test('is refused when it has a field nobody reads', () => {
    const json = loose()
    Object.assign(json.entries[0] ?? {}, { licnece: 'mit' })
    expect(problemsOf(json)).toHaveLength(1)
    expect(problemsOf(json)[0]).toContain('licnece')
  })

  test('is refused when a fact cites a source that is not listed', () => {
    const dataset = shippedCatalogue()
    dataset.entries[0]?.sources.spec.push('hearsay')
    expect(problemsOf(dataset)).toEqual(['Qwen/Qwen-7B: source "hearsay" is not in the table of sources'])
  })

  test('is refused when a name stands in it twice, or a counterpart does not', () => {
    const dataset = shippedCatalogue()
    dataset.entries = dataset.entries.filter((entry) => entryRef(entry) !== 'Qwen/QVQ-72B-Preview')
    const [first] = dataset.entries
    if (first) dataset.entries.push(first)
    expect(problemsOf(dataset)).toEqual([
      'Qwen/Qwen-7B: named twice',
      'qvq-max: counterpart "Qwen/QVQ-72B-Preview" is not in the catalogue',
    ])
  })

  test('is refused when it is no catalogue at all', () => {
    expect(() => readCatalogueDataset('[]')).toThrow(/The catalogue cannot be loaded:\n\(whole file\)/)
  })
})
