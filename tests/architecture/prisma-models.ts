export interface PrismaField {
  name: string
  type: string
  isOptional: boolean
  isRelation: boolean
  attributes: string
  comment: string
}

export interface PrismaModel {
  file: string
  name: string
  table: string
  /** The `///` lines right above the model, joined. */
  says: string
  fields: PrismaField[]
}

export interface PrismaFile {
  path: string
  text: string
}

const FIELD = /^\s+(?<name>\w+)\s+(?<type>\w+)(?:\("[^"]*"\))?(?<mark>\?|\[\])?(?<rest>.*)$/

/** The models that Prisma files declare, in the order they stand there. */
export function parsePrismaModels(files: readonly PrismaFile[]): PrismaModel[] {
  const names = new Set(files.flatMap((file) => [...file.text.matchAll(/^model (\w+) \{/gm)].map((match) => match[1])))
  return files.flatMap((file) => modelsOf(file, names))
}

function modelsOf(file: PrismaFile, modelNames: ReadonlySet<string | undefined>): PrismaModel[] {
  const models: PrismaModel[] = []
  let model: PrismaModel | undefined
  let above: string[] = []
  for (const line of file.text.split('\n')) {
    const opening = /^model (\w+) \{/.exec(line)
    const doc = /^\s*\/\/\/\s?(.*)$/.exec(line)
    if (opening?.[1]) {
      model = { file: file.path, name: opening[1], table: opening[1], says: above.join(' '), fields: [] }
      models.push(model)
    } else if (line.startsWith('}')) {
      model = undefined
    } else if (model) {
      model.table = /^\s+@@map\("(.+)"\)/.exec(line)?.[1] ?? model.table
      const field = fieldOf(line, above.join(' '), modelNames)
      if (field) model.fields.push(field)
    }
    above = doc ? [...above, doc[1] ?? ''] : []
  }
  return models
}

function fieldOf(line: string, above: string, modelNames: ReadonlySet<string | undefined>): PrismaField | undefined {
  const groups = FIELD.exec(line)?.groups
  if (!groups?.name || !groups.type) return undefined
  const [attributes = '', ...comment] = (groups.rest ?? '').split('///')
  return {
    name: groups.name,
    type: groups.type,
    isOptional: groups.mark === '?',
    isRelation: modelNames.has(groups.type),
    attributes,
    comment: [above, comment.join('///')].join(' ').trim(),
  }
}
