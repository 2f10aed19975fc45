import type { DoubleCommit } from './repository.ts'

export type CardData = Record<string, unknown>

/** Writes a model card; values are JSON, which is YAML too. */
export function cardText(data: CardData | null, body: string): string {
  if (data === null) return body
  const lines = Object.entries(data).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n${body}`
}

/** What every card of the double says below its front matter. */
export function doubleNotice(name: string): string {
  return `# ${name}\n\nThis repository lives in a test double of a model hub. It is not ${name}, holds no weights, and nothing in it was published by anybody.\n`
}

/** Reads the front matter of a commit's card; null where there is none. Understands one `key: value` per line. */
export function cardDataOf(commit: DoubleCommit): CardData | null {
  const content = commit.files.get('README.md')?.content
  const matter = /^---\n([\s\S]*?)\n---(\n|$)/.exec(content ? Buffer.from(content).toString('utf8') : '')?.[1]
  if (matter === undefined) return null
  const data: CardData = {}
  for (const line of matter.split('\n')) {
    const pair = /^([\w-]+):\s*(.*)$/.exec(line)
    if (pair?.[1]) data[pair[1]] = scalar(pair[2] ?? '')
  }
  return data
}

/** The text below the front matter. */
export function cardBodyOf(commit: DoubleCommit): string | null {
  const content = commit.files.get('README.md')?.content
  if (!content) return null
  return Buffer.from(content)
    .toString('utf8')
    .replace(/^---\n[\s\S]*?\n---\n*/, '')
}

/** The tags a hub would derive from a card. */
export function tagsOf(card: CardData | null, pipelineTag: string | null, libraryName: string | null): string[] {
  const bases = strings(card?.base_model)
  const relation = typeof card?.base_model_relation === 'string' ? card.base_model_relation : 'finetune'
  return [
    ...(libraryName === null ? [] : [libraryName]),
    ...(pipelineTag === null ? [] : [pipelineTag]),
    ...strings(card?.tags),
    ...strings(card?.language),
    ...bases.map((base) => `base_model:${base}`),
    ...bases.map((base) => `base_model:${relation}:${base}`),
    ...strings(card?.license).map((licence) => `license:${licence}`),
    'region:us',
  ]
}

function strings(value: unknown): string[] {
  return [value].flat().filter((item) => typeof item === 'string')
}

function scalar(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
