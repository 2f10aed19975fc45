import { type CounterpartRelation, isProof } from './counterpart.ts'
import type { Confidence } from './dataset-shape.ts'
import { generationOf } from './generation.ts'
import { type SizeTier, sizeInName, tierOfProductName, tierOfSize } from './size-tier.ts'

export type Lineage =
  | 'general'
  | 'reasoning'
  | 'coder'
  | 'math'
  | 'vision'
  | 'vision-reasoning'
  | 'omni'
  | 'image'
  | 'speech-recognition'
  | 'speech-synthesis'
  | 'audio'
  | 'translation'
  | 'driving'
  | 'embedding'
  | 'reranker'
  | 'reward'
  | 'guard'
  | 'auxiliary'
  | 'other'

/** What is known of a model when its place is derived; a model seen only on a hub has little more than a name and a task. */
export interface LineageInput {
  name: string
  family: string | null
  variant: string | null
  task: string | null
  isApiOnly: boolean
  paramsTotalB: number | null
  modalityIn: readonly string[]
  modalityOut: readonly string[]
  baseName: string | null
  releaseOn: string | null
  counterpart: { relation: CounterpartRelation; name: string | null; confidence: Confidence | null } | null
}

export interface ModelLine {
  lineage: Lineage
  generation: string | null
  tier: SizeTier | null
  /** What goes in and comes out, such as `text+image>text`; null when neither is known. */
  modality: string | null
}

type Rule = readonly [lineage: Lineage, holds: (model: LineageInput, name: string) => boolean]

// The first rule that holds decides, so purpose (embedding, guard, …) stands before subject (vision, coder, …).
const RULES: readonly Rule[] = [
  // Parts of a product rather than models with successors: rewriters, judges, codecs, simulated environments.
  ['auxiliary', (m) => /^(?:prompt-rewriter|evaluator|tokenizer|agent-environment)$/.test(m.variant ?? '')],
  ['auxiliary', (m) => m.task === 'audio-codec'],
  ['reward', (m, name) => m.task === 'reward-model' || /-P?RM-|^WorldPM/.test(name)],
  ['embedding', (m, name) => m.task === 'feature-extraction' || /-Embedding/.test(name)],
  ['reranker', (m, name) => m.task === 'text-ranking' || /-Reranker/.test(name)],
  ['guard', (_, name) => /Guard-/.test(name)],
  ['omni', (_, name) => /-Omni\b/.test(name)],
  ['image', (m, name) => m.modalityOut.includes('image') || /^Qwen-Image/.test(name)],
  ['image', (m) => m.task === 'text-to-image' || m.task === 'image-to-image'],
  ['coder', (_, name) => /-Coder\b|^CodeQwen/.test(name)],
  ['math', (_, name) => /-Math\b/.test(name)],
  // Named lines of their own: their hosted products succeed them and nothing else, and from generation 3 on thinking is a
  // mode of the general models. Inside the general lineage their closed end would vanish behind models they never became.
  ['vision-reasoning', (_, name) => /^QVQ\b/.test(name)],
  ['reasoning', (_, name) => /^QwQ\b/.test(name)],
  // Only by name: from generation 3.5 on the general models see as well.
  ['vision', (_, name) => /-VL\b/.test(name)],
  [
    'speech-recognition',
    (m, name) => m.task === 'automatic-speech-recognition' || /-(?:ASR|ForcedAligner)\b/.test(name),
  ],
  ['speech-synthesis', (m, name) => m.task === 'text-to-speech' || /\bTTS\b/.test(name)],
  ['audio', (m, name) => m.task === 'audio-text-to-text' || /-Audio\b/.test(name)],
  ['translation', (m, name) => m.task === 'translation' || /-MT\b/.test(name)],
  ['driving', (_, name) => /-Drive\b/.test(name)],
  ['general', (m) => m.task === 'text-generation' || m.task === 'image-text-to-text'],
]

const MODALITIES = ['text', 'image', 'audio', 'video', 'vector', 'score']

/** Where a model stands: its lineage across families, generation, size tier and modality; what no source gives is null. */
export function lineageOf(model: LineageInput): ModelLine {
  const name = ownName(model.name)
  const sibling = siblingName(model)
  return {
    lineage: RULES.find(([, holds]) => holds(model, name))?.[0] ?? 'other',
    generation: generationOf({ ...model, name, siblingName: sibling }),
    tier: tierOf(model, name, sibling),
    modality: modalityOf(model),
  }
}

/** The unit of risk: publisher, lineage, tier and modality. */
export function lineKey(publisher: string, line: ModelLine): string {
  return [publisher, line.lineage, line.tier ?? 'unknown', line.modality ?? 'unknown'].join('/')
}

function tierOf(model: LineageInput, name: string, sibling: string | null): SizeTier | null {
  const size = model.paramsTotalB ?? sizeInName(name)
  if (size !== null) return tierOfSize(size)
  if (!model.isApiOnly) return null
  // A hosted version is as large as the weights it is a version of; any other product only has its name.
  const hosted = model.counterpart?.relation === 'hosted_version_of' && sibling ? sizeInName(sibling) : null
  return hosted === null ? tierOfProductName(name) : tierOfSize(hosted)
}

// Relations within one generation; a successor's or a follower's generation is not that of its counterpart.
const SAME_GENERATION: ReadonlySet<CounterpartRelation> = new Set([
  'hosted_version_of',
  'flagship_above',
  'larger_sibling_of',
  'closed_upgrade_of',
])

function siblingName({ counterpart }: LineageInput): string | null {
  if (!counterpart?.name || !isProof(counterpart.relation, counterpart.confidence)) return null
  return SAME_GENERATION.has(counterpart.relation) ? ownName(counterpart.name) : null
}

function modalityOf({ modalityIn, modalityOut }: LineageInput): string | null {
  if (modalityIn.length === 0 && modalityOut.length === 0) return null
  return `${inOrder(modalityIn)}>${inOrder(modalityOut)}`
}

function inOrder(modalities: readonly string[]): string {
  const rank = (modality: string) => {
    const at = MODALITIES.indexOf(modality)
    return at < 0 ? MODALITIES.length : at
  }
  return [...new Set(modalities)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).join('+') || '?'
}

function ownName(name: string): string {
  return name.slice(name.indexOf('/') + 1)
}
