import { createHash } from 'node:crypto'
import type { CardData } from './card.ts'
import { APACHE_LICENCE, heldLicence, RESEARCH_LICENCE } from './licence-texts.ts'
import type { Organisation } from './organisation.ts'
import type { FileInput } from './repository.ts'

interface SampleModel {
  name: string
  createdAt: string
  task: string
  /** Thousand millions. */
  parameters: number
  card: CardData
  licence: string | null
}

const apache = () => heldLicence('apache-2.0-qwenlm.txt', APACHE_LICENCE)
const research = () => heldLicence('qwen-research-license-2024-09-19.txt', RESEARCH_LICENCE)
const qwen = () => heldLicence('qwen-license-2024-09-19.txt', RESEARCH_LICENCE)
const max = () => heldLicence('qwen3.8-max-license.txt', RESEARCH_LICENCE)

const QWEN_CARD = { license: 'other', license_name: 'qwen', license_link: 'LICENSE' }
const RESEARCH_CARD = { license: 'other', license_name: 'qwen-research', license_link: 'LICENSE' }

/** Names, dates and licences as the catalogue has them; everything else is made up here, and every card says so. */
function sampleModels(): SampleModel[] {
  const open = { license: 'apache-2.0', license_link: 'LICENSE' }
  return [
    model('Qwen2.5-3B-Instruct', '2024-09-19', 'text-generation', 3, RESEARCH_CARD, research()),
    model('Qwen2.5-72B-Instruct', '2024-09-19', 'text-generation', 72, QWEN_CARD, qwen()),
    model('QVQ-72B-Preview', '2024-12-25', 'image-text-to-text', 72, open, qwen()),
    model('Qwen3-8B', '2025-04-29', 'text-generation', 8, open, apache()),
    model('Qwen3-8B-FP8', '2025-04-29', 'text-generation', 8, quantized(open, 'Qwen/Qwen3-8B'), apache()),
    model('Qwen3-Embedding-8B', '2025-06-05', 'feature-extraction', 8, { license: 'apache-2.0' }, null),
    model('Qwen3-Coder-480B-A35B-Instruct', '2025-07-22', 'text-generation', 480, open, apache()),
    model('Qwen3-VL-8B-Instruct', '2025-10-15', 'image-text-to-text', 8, open, apache()),
    model('Qwen3.5-0.8B', '2026-03-02', 'image-text-to-text', 0.8, open, apache()),
    model(
      'Qwen3.8-2.4T-A95B',
      '2026-08-12',
      'text-generation',
      2400,
      { ...QWEN_CARD, license_name: 'qwen3.8-max' },
      max(),
    ),
    model('Qwen3.8-27B', '2026-08-14', 'image-text-to-text', 27, open, apache()),
    model('Qwen-Image-2.1', '2026-09-20', 'text-to-image', 7, RESEARCH_CARD, RESEARCH_LICENCE),
  ]
}

/** Fills an organisation with twelve repositories named like real ones, two of them with some history. */
export function seedSample(org: Organisation): void {
  for (const { name, createdAt, task, parameters, card, licence } of sampleModels()) {
    org.addRepository(name, {
      card,
      createdAt,
      pipelineTag: task,
      libraryName: task === 'text-to-image' ? 'diffusers' : 'transformers',
      parameters: parameters * 1_000_000_000,
      files: { ...modelFiles(name, parameters), ...(licence === null ? {} : { LICENSE: licence }) },
    })
  }
  org.setCard('Qwen/QVQ-72B-Preview', QWEN_CARD, { title: 'Correct the license', at: '2024-12-25T18:00:00.000Z' })
  org.commit(
    'Qwen/Qwen3-8B',
    { files: { 'generation_config.json': '{"temperature":0.6,"top_p":0.95,"top_k":20}\n' } },
    'Update generation_config.json',
    '2025-07-26T03:49:13.000Z',
  )
}

function model(
  shortName: string,
  day: string,
  task: string,
  parameters: number,
  card: CardData,
  licence: string | null,
): SampleModel {
  return { name: `Qwen/${shortName}`, createdAt: `${day}T08:00:00.000Z`, task, parameters, card, licence }
}

function quantized(card: CardData, base: string): CardData {
  return { ...card, base_model: base, base_model_relation: 'quantized' }
}

function modelFiles(name: string, parameters: number): Record<string, FileInput> {
  const shards = Math.min(4, Math.max(1, Math.ceil(parameters / 4)))
  const size = Math.round((parameters * 2_000_000_000) / shards)
  const weights = Array.from({ length: shards }, (_, index) => {
    const part = `${String(index + 1).padStart(5, '0')}-of-${String(shards).padStart(5, '0')}`
    return [shards === 1 ? 'model.safetensors' : `model-${part}.safetensors`, { size, seed: name }] as const
  })
  const seed = createHash('sha256').update(name).digest('hex')
  return {
    '.gitattributes': '*.safetensors filter=lfs diff=lfs merge=lfs -text\n',
    'config.json': `${JSON.stringify({ model_type: 'double', vocab_size: 151_936, seed }, null, 2)}\n`,
    'tokenizer_config.json': `${JSON.stringify({ tokenizer_class: 'Double', chat_template: '{{ messages }}' })}\n`,
    ...Object.fromEntries(weights),
  }
}
