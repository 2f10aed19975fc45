import { describe, expect, test } from 'vitest'
import { apiOnlyAhead, type ShiftModel } from './api-shift.ts'
import { claimsOf } from './claims.ts'
import type { PlannedModel } from './planned-model.ts'
import { shiftModelOf } from './shift-facts.ts'
import { shippedCatalogue } from './shipped.ts'

const planned = claimsOf(shippedCatalogue())
const today = planned.map(factsOf)

function factsOf(model: PlannedModel): ShiftModel {
  const base = model.relations.find(({ relation }) => relation === 'finetune' || relation === 'quantized')
  return shiftModelOf({ ...model, ref: model.key, baseRef: base?.toKey ?? null }, (repo) => `hf:${repo}`)
}

function releasedOn(model: PlannedModel): string | null {
  const value = model.claims.find((claim) => claim.property === 'releaseOn')?.value
  return value && typeof value === 'object' && 'on' in value && typeof value.on === 'string' ? value.on : null
}

/** What was out on a day, as far as releases are dated. */
function asOf(day: string): ShiftModel[] {
  return planned.filter((model) => (releasedOn(model) ?? '9999') <= day).map(factsOf)
}

function model(ref: string, known = today): ShiftModel {
  const found = known.find((candidate) => candidate.ref === ref)
  if (!found) throw new Error(`${ref} is not known`)
  return found
}

function ahead(ref: string, known = today) {
  return apiOnlyAhead(model(ref, known), known)
}

describe('on the shipped catalogue', () => {
  test('Qwen3-8B stays quiet, because the newest generation, 3.8, opened its flagship and the rest is a hosted version of it', () => {
    expect(ahead('hf:Qwen/Qwen3-8B')).toEqual({
      fires: false,
      because: null,
      newestGeneration: '3.8',
      isJudged: true,
      evidence: [],
    })
  })

  test('Qwen3.5-0.8B stays quiet for the same reason: closing in 3.6 and 3.7 was undone in 3.8', () => {
    expect(ahead('hf:Qwen/Qwen3.5-0.8B')).toMatchObject({ fires: false, newestGeneration: '3.8', isJudged: true })
  })

  test('Qwen3.8-2.4T-A95B stays quiet, because it is the open flagship and qwen3.8-max is only its hosted version', () => {
    expect(ahead('hf:Qwen/Qwen3.8-2.4T-A95B')).toMatchObject({ fires: false, newestGeneration: '3.8', isJudged: true })
  })

  test('QVQ-72B-Preview fires, because QVQ-Max succeeded it without weights and its line never opened again', () => {
    expect(ahead('hf:Qwen/QVQ-72B-Preview')).toEqual({
      fires: true,
      because: 'closed-successor',
      newestGeneration: '2.5',
      isJudged: true,
      evidence: [
        {
          ref: 'provider:qvq-max',
          relation: 'closed_successor_of',
          toRef: 'hf:Qwen/QVQ-72B-Preview',
          confidence: 'verified',
        },
      ],
    })
  })

  test('qwen3-max fires, because it has no weights itself', () => {
    expect(ahead('provider:qwen3-max')).toMatchObject({
      fires: true,
      because: 'runs-api-only',
      evidence: [{ ref: 'provider:qwen3-max', relation: 'runs', confidence: 'verified' }],
    })
  })

  test('QwQ-32B fires, because the larger sibling that was promised never came', () => {
    expect(ahead('hf:Qwen/QwQ-32B')).toMatchObject({ fires: true, because: 'newest-generation-closed-above' })
  })

  test('Qwen-Image fires, because generation 3 of its line has no weights although 2.1 had', () => {
    const result = ahead('hf:Qwen/Qwen-Image')
    expect(result).toMatchObject({ fires: true, because: 'closed-successor', newestGeneration: '3' })
    expect(result.evidence.map((item) => item.ref)).toEqual(['provider:qwen-image-3.0'])
  })

  test('Qwen-VL-Chat stays quiet, because later generations of its line are open although its own had closed upgrades', () => {
    expect(ahead('hf:Qwen/Qwen-VL-Chat')).toMatchObject({ fires: false, newestGeneration: '3' })
  })

  test('Qwen3-TTS stays quiet, because it is not certain that Qwen Audio 3.1 TTS succeeds it', () => {
    expect(ahead('hf:Qwen/Qwen3-TTS-12Hz-1.7B-Base')).toMatchObject({ fires: false, newestGeneration: '3' })
  })

  test('Qwen3-Coder stays quiet, because hosted versions of open weights never count', () => {
    expect(ahead('hf:Qwen/Qwen3-Coder-30B-A3B-Instruct')).toMatchObject({ fires: false, isJudged: true })
  })
})

describe('as of an earlier day', () => {
  test('Qwen3-8B fires from the day Qwen3-Max came without weights', () => {
    expect(ahead('hf:Qwen/Qwen3-8B', asOf('2025-09-22'))).toMatchObject({ fires: false, newestGeneration: '3' })
    expect(ahead('hf:Qwen/Qwen3-8B', asOf('2025-09-23'))).toMatchObject({
      fires: true,
      because: 'newest-generation-closed-above',
      newestGeneration: '3',
    })
  })

  test('Qwen3-8B stays quiet in the open generation 3.5', () => {
    expect(ahead('hf:Qwen/Qwen3-8B', asOf('2026-03-31'))).toMatchObject({ fires: false, newestGeneration: '3.5' })
  })

  test('Qwen3.5-0.8B fires while generation 3.7 has no weights at all', () => {
    const result = ahead('hf:Qwen/Qwen3.5-0.8B', asOf('2026-06-30'))
    expect(result).toMatchObject({ fires: true, because: 'newest-generation-closed-above', newestGeneration: '3.7' })
    expect(result.evidence.map((item) => item.ref)).toEqual(['provider:qwen3.7-max', 'provider:qwen3.7-plus'])
  })

  test('weights that are to follow do not calm before they are there', () => {
    expect(ahead('hf:Qwen/Qwen3-8B', asOf('2026-07-31'))).toMatchObject({ fires: true, newestGeneration: '3.8' })
    expect(ahead('hf:Qwen/Qwen3-8B', asOf('2026-08-12'))).toMatchObject({ fires: false, newestGeneration: '3.8' })
  })
})

describe('what counts as proof', () => {
  const blank = {
    publisher: 'P',
    lineage: 'general',
    baseRef: null,
    confidence: 'verified' as const,
    counterpart: null,
  }
  const open: ShiftModel = { ...blank, ref: 'open', kind: 'weights', generation: '1' }
  const flagship = (confidence: 'likely' | 'uncertain' | null): ShiftModel => ({
    ...blank,
    ref: 'flagship',
    kind: 'api_only',
    generation: '1',
    counterpart: { relation: 'flagship_above', toRef: 'open', confidence },
  })

  test('an uncertain reading fires nothing, a likely one does', () => {
    expect(apiOnlyAhead(open, [open, flagship('uncertain')]).fires).toBe(false)
    expect(apiOnlyAhead(open, [open, flagship(null)]).fires).toBe(false)
    expect(apiOnlyAhead(open, [open, flagship('likely')]).fires).toBe(true)
  })

  test('a newer product whose relation nobody knows fires nothing, however surely that is known', () => {
    const newer: ShiftModel = { ...flagship('likely'), generation: '2' }
    const related = (relation: 'none' | 'unknown'): ShiftModel => ({
      ...newer,
      counterpart: { relation, toRef: null, confidence: 'verified' },
    })
    expect(apiOnlyAhead(open, [open, related('unknown')]).fires).toBe(false)
    expect(apiOnlyAhead(open, [open, related('none')]).fires).toBe(true)
  })

  test("another publisher's line says nothing about this one", () => {
    expect(apiOnlyAhead(open, [open, { ...flagship('likely'), publisher: 'Q' }]).fires).toBe(false)
  })

  test('an own build stands where its base model stands, through any number of steps', () => {
    const step: ShiftModel = {
      ...blank,
      ref: 'step',
      kind: 'own_build',
      lineage: null,
      generation: null,
      baseRef: 'open',
    }
    const build: ShiftModel = { ...step, ref: 'build', publisher: null, baseRef: 'step' }
    expect(apiOnlyAhead(build, [open, step, flagship('likely')])).toMatchObject({ fires: true, isJudged: true })
  })

  test('a model whose place is not known is not judged, rather than called fine', () => {
    const stray: ShiftModel = { ...open, ref: 'stray', lineage: null, generation: null, baseRef: 'stray' }
    expect(apiOnlyAhead(stray, [open, flagship('likely')])).toMatchObject({ fires: false, isJudged: false })
  })

  test('a model newer than everything known about its line has nothing above it', () => {
    const newer: ShiftModel = { ...open, ref: 'newer', generation: '2' }
    expect(apiOnlyAhead(newer, [open, flagship('likely')])).toMatchObject({ fires: false, isJudged: true })
  })
})
