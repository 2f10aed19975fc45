import { describe, expect, test } from 'vitest'
import { diffClaims } from './claim-diff.ts'
import { claimsOf, datasetVersion } from './claims.ts'
import type { PlannedModel } from './planned-model.ts'
import { shippedCatalogue } from './shipped.ts'

const dataset = shippedCatalogue()
const models = claimsOf(dataset)

function planned(key: string): PlannedModel {
  const model = models.find((candidate) => candidate.key === key)
  if (!model) throw new Error(`${key} is not planned`)
  return model
}

function claim(key: string, property: string) {
  return planned(key).claims.find((candidate) => candidate.property === property)
}

describe('claims of the shipped catalogue', () => {
  test('nothing shipped is observed: it is announced by its publisher or reported by others', () => {
    const grades = new Set(models.flatMap((model) => [...model.claims, ...model.relations].map(({ grade }) => grade)))
    expect([...grades].toSorted()).toEqual(['announced', 'reported'])
  })

  test('what only a community catalogue says is reported, however likely', () => {
    expect(claim('provider:qwen3.7-max', 'releaseOn')).toEqual({
      property: 'releaseOn',
      value: { on: '2026-05-20', precision: 'day' },
      sourceRefs: ['models.dev'],
      grade: 'reported',
      confidence: 'likely',
    })
    expect(claim('hf:Qwen/Qwen3-8B', 'releaseOn')).toMatchObject({ grade: 'announced', confidence: 'verified' })
  })

  test('a retirement the provider published is announced', () => {
    expect(claim('provider:qwen-turbo', 'retiredOn')).toMatchObject({ value: '2026-07-13', grade: 'announced' })
  })

  test('a date known to the month says so, and an unknown one makes no claim', () => {
    expect(claim('provider:qwen3.5-flash', 'releaseOn')?.value).toEqual({ on: '2026-02-01', precision: 'month' })
    expect(claim('hf:Qwen/Qwen3-8B-AWQ', 'releaseOn')).toBeUndefined()
    expect(models.filter((model) => !model.claims.some((c) => c.property === 'releaseOn'))).toHaveLength(74)
  })

  test('a licence carries the id of the catalogue, ours, and the exact text it names', () => {
    expect(claim('hf:Qwen/Qwen2.5-3B-Instruct', 'licence')?.value).toMatchObject({
      catalogueId: 'qwen-research',
      licenceId: 'LicenseRef-qwen-research-2024',
      textId: 'qwen-research-license-2024-09-19',
    })
    expect(claim('hf:Qwen/Qwen3-8B', 'licence')?.value).toMatchObject({ licenceId: 'Apache-2.0' })
  })

  test('terms of a service are no licence of ours, and no licence evidence is no claim', () => {
    expect(claim('provider:qwen3-max', 'licence')?.value).toMatchObject({
      catalogueId: 'service-terms',
      licenceId: null,
    })
    expect(claim('hf:Qwen/WorldPM-72B', 'licence')).toBeUndefined()
  })

  test('lineage, generation and tier are our reading, never an announcement and never verified', () => {
    for (const property of ['lineage', 'generation', 'tier', 'modality']) {
      expect(claim('hf:Qwen/Qwen3-8B', property)).toMatchObject({ grade: 'reported', confidence: 'likely' })
    }
  })

  test('a fact whose confidence nobody stated is uncertain', () => {
    expect(claim('provider:qwen-max-0428', 'modalityIn')).toMatchObject({ value: ['text'], confidence: 'uncertain' })
  })

  test('a guessed provider id is uncertain', () => {
    expect(claim('provider:qwen-image-3.0', 'apiModelId')).toMatchObject({ confidence: 'uncertain', grade: 'reported' })
    expect(claim('provider:qwen3-max', 'apiModelId')).toMatchObject({ confidence: 'verified' })
  })

  test('only full commits become revisions; an abbreviated one stays a claim', () => {
    const commits = models.flatMap((model) => model.revisions.filter(({ kind }) => kind === 'commit'))
    expect(commits).toHaveLength(6)
    expect(commits.every(({ value }) => /^[0-9a-f]{40}$/.test(value))).toBe(true)
    expect(planned('hf:Qwen/Qwen-Audio-Chat').revisions).toEqual([])
    expect(claim('hf:Qwen/Qwen-Audio-Chat', 'commitPrefixes')?.value).toEqual(['82ddb89'])
  })

  test("a provider's snapshot keeps its name apart from the remark about it", () => {
    expect(planned('provider:qwen-max').revisions).toEqual([
      { kind: 'provider_snapshot', value: 'qwen-max-0428', note: null },
      { kind: 'provider_snapshot', value: 'qwen-max-2025-01-25', note: '= Qwen2.5-Max' },
    ])
  })

  test('relations lead to models of the same plan, and say how sure they are', () => {
    const keys = new Set(models.map((model) => model.key))
    expect(models.flatMap((model) => model.relations).filter((relation) => !keys.has(relation.toKey))).toEqual([])
    expect(planned('hf:Qwen/Qwen3-8B-FP8').relations).toMatchObject([
      { relation: 'quantized', toKey: 'hf:Qwen/Qwen3-8B' },
    ])
    expect(planned('provider:qwen-audio-3.1-tts').relations).toMatchObject([
      { relation: 'closed_successor_of', confidence: 'uncertain', grade: 'reported' },
    ])
  })

  test('every base model named in the data is kept as a relation or the data changed its mind', () => {
    const named = dataset.entries.filter((entry) => entry.base_model !== null).length
    const kept = models
      .flatMap((model) => model.relations)
      .filter(({ relation }) => /finetune|quantized/.test(relation))
    expect(kept).toHaveLength(named)
  })
})

describe('the version of a data set', () => {
  test('is the same for the same facts in another layout', () => {
    const version = datasetVersion(dataset, models)
    const again = shippedCatalogue()
    expect(version).toMatch(/^2026-11-23\+[0-9a-f]{12}$/)
    expect(datasetVersion(again, claimsOf(again))).toBe(version)
  })

  test('changes with one fact', () => {
    const other = shippedCatalogue()
    const [first] = other.entries
    if (first) first.context_tokens = 8192
    expect(datasetVersion(other, claimsOf(other))).not.toBe(datasetVersion(dataset, models))
  })
})

describe('loading a newer data set', () => {
  const before = planned('hf:Qwen/Qwen3-8B').claims

  test('the same claims again add and retract nothing', () => {
    expect(
      diffClaims(before, claimsOf(shippedCatalogue()).find((m) => m.key === 'hf:Qwen/Qwen3-8B')?.claims ?? []),
    ).toEqual({
      add: [],
      retract: [],
    })
  })

  test('a corrected value takes back the old claim and adds the new one', () => {
    const after = before.map((c) => (c.property === 'contextTokens' ? { ...c, value: 40960 } : c))
    const diff = diffClaims(before, after)
    expect(diff.add.map(({ property, value }) => [property, value])).toEqual([['contextTokens', 40960]])
    expect(diff.retract.map(({ property }) => property)).toEqual(['contextTokens'])
  })

  test('a surer source is a new claim, another order of the same sources is not', () => {
    const [first] = before
    if (!first) throw new Error('no claims')
    const sourced = { ...first, sourceRefs: ['a', 'b'] }
    expect(diffClaims([sourced], [{ ...sourced, sourceRefs: ['b', 'a'] }]).add).toEqual([])
    expect(diffClaims([sourced], [{ ...sourced, sourceRefs: ['a', 'c'] }])).toMatchObject({ add: [{}], retract: [{}] })
  })

  test('the same value said by another voice, or more surely, is a new claim', () => {
    const [first] = before
    if (!first) throw new Error('no claims')
    for (const changed of [
      { ...first, grade: 'reported' as const },
      { ...first, confidence: 'uncertain' as const },
    ]) {
      expect(diffClaims([first], [changed])).toEqual({ add: [changed], retract: [first] })
    }
  })

  test('a model that left the data set has all its claims taken back', () => {
    expect(diffClaims(before, [])).toEqual({ add: [], retract: before })
  })
})
