import { posix } from 'node:path'
import { type Node, parseSync, type StaticExport, type StaticImport, Visitor } from 'oxc-parser'

export interface Import {
  /** A path in the checkout such as `lib/ctx.ts`, or a package such as `node:fs`; null when the code computes it. */
  target: string | null
  isTypeOnly: boolean
}

/** A function or a top-level declaration, and the names of what is called inside it. */
export interface Block {
  name: string
  calls: Set<string>
}

export interface SourceFile {
  path: string
  text: string
  /** The text with comments, strings and regular expressions blanked: what runs. */
  code: string
  comments: string[]
  directives: string[]
  imports: Import[]
  /** Everything a file exports that is not only a type, with the calls inside. */
  exports: Block[]
  exportedNames: string[]
  /** Functions that say 'use server' for themselves. */
  serverFunctions: Block[]
  calls: Set<string>
}

interface Span {
  start: number
  end: number
}

/** Reads one file's imports, exports, directives and calls from its syntax. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`)
  const calls: { name: string; at: number }[] = []
  const dynamic: Import[] = []
  const quiet: Span[] = [...comments]
  const servers: Span[] = []
  const noteQuiet = (node: Span) => void quiet.push(node)
  const noteLiteral = (node: Span & { value: unknown; regex?: unknown }) => {
    if (typeof node.value === 'string' || node.regex !== undefined) quiet.push(node)
  }
  const noteCall = (node: Span & { callee: Span }) =>
    void calls.push({ name: text.slice(node.callee.start, node.callee.end), at: node.start })
  const noteServer = (node: Span & { body?: Node | null }) => {
    if (node.body?.type === 'BlockStatement' && node.body.body.some(isServerDirective)) servers.push(node)
  }
  const noteImport = (source: Node, isTypeOnly: boolean) => {
    const literal = source.type === 'Literal' && typeof source.value === 'string' ? source.value : null
    dynamic.push({ target: literal === null ? null : resolveImport(path, literal), isTypeOnly })
  }
  const noteImportCall = (node: { source: Node }) => noteImport(node.source, false)
  const noteImportType = (node: { source: Node }) => noteImport(node.source, true)
  new Visitor({
    Literal: noteLiteral,
    TemplateElement: noteQuiet,
    JSXText: noteQuiet,
    CallExpression: noteCall,
    ImportExpression: noteImportCall,
    TSImportType: noteImportType,
    FunctionDeclaration: noteServer,
    FunctionExpression: noteServer,
    ArrowFunctionExpression: noteServer,
  }).visit(program)

  const block = (name: string, span: Span): Block => ({
    name,
    calls: new Set(calls.filter((call) => within(call.at, span)).map((call) => call.name)),
  })
  const exported = module.staticExports.flatMap((one) =>
    valueExports(one).map((name) => block(name, declarationOf(name, program.body) ?? one)),
  )
  return {
    path,
    text,
    code: blank(text, quiet),
    comments: comments.map((comment) => comment.value),
    directives: program.body.flatMap((node) =>
      'directive' in node && typeof node.directive === 'string' ? [node.directive] : [],
    ),
    imports: [
      ...module.staticImports.map((one) => fromImport(path, one)),
      ...module.staticExports.flatMap((one) => fromExport(path, one)),
      ...dynamic,
    ],
    exports: exported,
    exportedNames: module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.exportName.name ?? [])),
    serverFunctions: servers.map((span) => block('a function', span)),
    calls: new Set(calls.map((call) => call.name)),
  }
}

/** Where an import leads: `#x` and relative ones to a path in the checkout, all else to a package. */
export function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier))
  return specifier
}

function fromImport(path: string, one: StaticImport): Import {
  const isTypeOnly = one.entries.length > 0 && one.entries.every((entry) => entry.isType)
  return { target: resolveImport(path, one.moduleRequest.value), isTypeOnly }
}

function fromExport(path: string, one: StaticExport): Import[] {
  const target = one.entries.find((entry) => entry.moduleRequest)?.moduleRequest?.value
  return target === undefined
    ? []
    : [{ target: resolveImport(path, target), isTypeOnly: one.entries.every((entry) => entry.isType) }]
}

function valueExports(one: StaticExport): string[] {
  return one.entries
    .filter((entry) => !entry.isType)
    .map((entry) => entry.exportName.name ?? (entry.exportName.kind === 'Default' ? 'default' : '*'))
}

function declarationOf(name: string, body: readonly Node[]): Span | undefined {
  return body.find((node) => {
    if (node.type === 'FunctionDeclaration') return node.id?.name === name
    if (node.type !== 'VariableDeclaration') return false
    return node.declarations.some((one) => one.id.type === 'Identifier' && one.id.name === name)
  })
}

function isServerDirective(node: Node): boolean {
  return 'directive' in node && node.directive === 'use server'
}

function within(at: number, span: Span): boolean {
  return at >= span.start && at < span.end
}

function blank(text: string, spans: Span[]): string {
  const letters = [...text.split('')]
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++) if (letters[at] !== '\n') letters[at] = ' '
  }
  return letters.join('')
}
