import { describe, expect, test } from 'vitest'
import { lineageInputOf } from './entry-claims.ts'
import { compareGenerations } from './generation.ts'
import { lineageOf, lineKey } from './lineage.ts'
import { shippedCatalogue } from './shipped.ts'

const entries = shippedCatalogue().entries
const inputs = new Map(entries.map((entry) => [entry.name, lineageInputOf(entry)]))

function lineOf(name: string) {
  const input = inputs.get(name)
  if (!input) throw new Error(`${name} is not in the catalogue`)
  return lineageOf(input)
}

describe('lineage', () => {
  test('hosted flagships join the general lineage, whatever family their publisher files them under', () => {
    const names = ['Qwen-Max', 'Qwen2.5-Max', 'Qwen-Plus', 'Qwen3-Max', 'Qwen3.7-Plus', 'Qwen3.8-Flash', 'Qwen-Flash']
    expect(names.map((name) => lineOf(name).lineage)).toEqual(names.map(() => 'general'))
  })

  test.each([
    ['Qwen3-8B', 'general', '3', 'small', 'text>text'],
    ['Qwen3.5-0.8B', 'general', '3.5', 'tiny', 'text+image+video>text'],
    ['Qwen3.8-2.4T-A95B', 'general', '3.8', 'max', 'text>text'],
    ['Qwen2.5-Max', 'general', '2.5', 'max', 'text>text'],
    ['Qwen3.7-Plus', 'general', '3.7', 'large', 'text+image+video>text'],
    ['Qwen3-Coder-Plus', 'coder', '3', 'large', 'text>text'],
    ['CodeQwen1.5-7B', 'coder', '1.5', 'small', 'text>text'],
    ['Qwen2-Math-72B', 'math', '2', 'large', 'text>text'],
    ['Qwen2-Math-RM-72B', 'reward', '2', 'large', 'text>text'],
    ['Qwen3-VL-8B-Instruct', 'vision', '3', 'small', 'text+image+video>text'],
    ['Qwen3-VL-Embedding-2B', 'embedding', '3', 'tiny', 'text+image+video>vector'],
    ['Qwen3-VL-Reranker-8B', 'reranker', '3', 'small', 'text+image+video>score'],
    ['Qwen3Guard-Gen-8B', 'guard', '3', 'small', 'text>text'],
    ['Qwen3.8-Omni-Flash', 'omni', '3.8', 'medium', 'text+image+audio+video>text+audio'],
    ['Qwen-Image-2512', 'image', '1', null, 'text>image'],
    ['Qwen-Image-2.0', 'image', '2', null, 'text+image>image'],
    ['Qwen VLo', 'image', null, null, 'text+image>text+image'],
    ['Qwen-Image-2.1-PE-T2I', 'auxiliary', '2.1', 'small', 'text>text'],
    ['Qwen3-ASR-Flash', 'speech-recognition', '3', 'medium', 'audio>text'],
    ['Qwen Audio 3.1 TTS', 'speech-synthesis', '3.1', null, 'text>audio'],
    ['Qwen2-Audio-7B', 'audio', '2', 'small', 'text+audio>text'],
    ['Qwen-AgentWorld-35B-A3B', 'auxiliary', '3.6', 'medium', 'text>text'],
    ['Qwen-Drive-1.0-4B', 'driving', '1', 'small', 'text+image+video>text'],
    ['Qwen-72B-Chat', 'general', '1', 'large', 'text>text'],
    ['WorldPM-72B', 'reward', '2.5', 'large', 'text>text'],
  ])('%s: %s %s %s %s', (name, lineage, generation, tier, modality) => {
    expect(lineOf(name)).toEqual({ lineage, generation, tier, modality })
  })

  test('QwQ and QVQ are lines of their own, in the generation they were built on', () => {
    expect(lineOf('QwQ-32B')).toMatchObject({ lineage: 'reasoning', generation: '2.5' })
    expect(lineOf('QwQ-Max-Preview')).toMatchObject({ lineage: 'reasoning', generation: '2.5' })
    expect(lineOf('QVQ-72B-Preview')).toMatchObject({ lineage: 'vision-reasoning', generation: '2' })
    expect(lineOf('QVQ-Max')).toMatchObject({ lineage: 'vision-reasoning', generation: '2.5' })
  })

  test('a moving alias belongs to no generation, and neither does what has no date to go by', () => {
    expect(['Qwen-Max', 'Qwen-Plus', 'Qwen-Turbo', 'QwQ-Plus'].map((name) => lineOf(name).generation)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('Next models stay in the generation they are named after', () => {
    expect(lineOf('Qwen3-Next-80B-A3B-Instruct').generation).toBe('3')
    expect(lineOf('Qwen3.8-Flash-Next').generation).toBe('3.8')
  })

  test('every shipped model finds a lineage, and generations are numbers in order', () => {
    const lines = entries.map((entry) => lineageOf(lineageInputOf(entry)))
    expect(lines.filter((line) => line.lineage === 'other')).toEqual([])
    const general = lines.filter((line) => line.lineage === 'general').flatMap((line) => line.generation ?? [])
    expect([...new Set(general)].sort(compareGenerations)).toEqual([
      '1',
      '1.5',
      '2',
      '2.5',
      '3',
      '3.5',
      '3.6',
      '3.7',
      '3.8',
    ])
  })

  test('a model known only by its name on a hub is placed as far as the name goes', () => {
    const unknown = {
      family: null,
      variant: null,
      isApiOnly: false,
      paramsTotalB: null,
      baseName: null,
      releaseOn: null,
    }
    const bare = { ...unknown, modalityIn: [], modalityOut: [], counterpart: null }
    expect(lineageOf({ ...bare, name: 'Qwen/Qwen4-9B', task: 'text-generation' })).toEqual({
      lineage: 'general',
      generation: '4',
      tier: 'small',
      modality: null,
    })
    expect(lineageOf({ ...bare, name: 'Qwen/Qwen-RobotNav', task: 'robotics' })).toEqual({
      lineage: 'other',
      generation: null,
      tier: null,
      modality: null,
    })
  })

  test('a hosted version is as large as its weights, whatever its name claims; any other product has only its name', () => {
    const input = inputs.get('Qwen3-Coder-Flash')
    if (!input) throw new Error('not in the catalogue')
    const name = 'Qwen/Qwen3-Coder-480B-A35B-Instruct'
    const tied = (relation: 'hosted_version_of' | 'flagship_above') =>
      lineageOf({ ...input, counterpart: { relation, name, confidence: 'likely' } }).tier
    expect(tied('hosted_version_of')).toBe('large')
    expect(tied('flagship_above')).toBe('medium')
  })

  test('the unit of risk says what is unknown', () => {
    expect(lineKey('Qwen', lineOf('Qwen3-8B'))).toBe('Qwen/general/small/text>text')
    expect(lineKey('Qwen', lineOf('Qwen-MT'))).toBe('Qwen/translation/unknown/text>text')
  })
})
