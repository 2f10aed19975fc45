import { createHash } from 'node:crypto'
import { isLicenceLikePath } from '#lib/licences/licence-text.ts'
import type { HubFile } from './hub-client.ts'

export type FileKind = 'weights' | 'tokenizer' | 'config' | 'card' | 'licence' | 'other'

const WEIGHTS = /\.(safetensors|bin|gguf|ggml|pt|pth|ckpt|onnx|onnx_data|h5|msgpack|npz|mlmodel|nemo|tflite)$/i
const TOKENIZER =
  /^(tokenizer[^/]*|vocab\.[^/]+|merges\.txt|special_tokens_map\.json|added_tokens\.json|chat_template[^/]*|[^/]+\.tiktoken|spiece\.model|sentencepiece[^/]*)$/i
const CONFIG =
  /^(config\.json|generation_config\.json|preprocessor_config\.json|processor_config\.json|configuration\.json|(configuration|modeling|processing|tokenization)_[^/]+\.py)$/i

/** What a file of a model repository is, by its path. */
export function fileKind(path: string): FileKind {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (path === 'README.md') return 'card'
  if (isLicenceLikePath(path)) return 'licence'
  if (TOKENIZER.test(name)) return 'tokenizer'
  if (CONFIG.test(name)) return 'config'
  if (WEIGHTS.test(name) && !/^(training_args|optimizer|scheduler)\./i.test(name)) return 'weights'
  return 'other'
}

/** One hash over all files of a kind: path and content; null where there is none. Order does not matter. */
export function digestOf(files: HubFile[], kind: FileKind): string | null {
  const lines = files
    .filter((file) => fileKind(file.path) === kind)
    .map((file) => `${file.path}\0${file.lfsSha256 ?? file.oid}`)
  return lines.length === 0 ? null : createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}
