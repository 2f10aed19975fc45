/** Nouns from left to right: each may import those before it. */
export const NOUNS = [
  'catalogue',
  'licences',
  'upstream',
  'preservation',
  'risk',
  'policy',
  'deployments',
  'foresight',
  'reviews',
  'reports',
] as const

/** Folders of lib that serve every noun and know none. */
export const FOUNDATIONS = ['audit', 'auth', 'delivery', 'db', 'shared'] as const

export const LIB_DOORS = ['cli', 'worker'] as const

/** Files of lib that stand beside its folders. */
export const LIB_FILES = ['lib/ctx.ts', 'lib/environment.ts', 'lib/wiring.ts'] as const

/** The folder of lib a path lies in; undefined outside lib and for files beside its folders. */
export function libFolderOf(path: string): string | undefined {
  return /^lib\/([^/]+)\//.exec(path)?.[1]
}

/** The noun's place from left to right; -1 for what is no noun's. */
export function nounRank(path: string): number {
  const folder = libFolderOf(path)
  const nouns: readonly string[] = NOUNS
  return folder === undefined ? -1 : nouns.indexOf(folder)
}

/** Whether a path belongs to a door: the web, the command line, the worker. */
export function isDoor(path: string): boolean {
  return path.startsWith('app/') || path === 'proxy.ts' || LIB_DOORS.some((door) => libFolderOf(path) === door)
}

/** Whether a file only tests, wherever it lies. */
export function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.test\.tsx?$/.test(path)
}

/** Whether a file of lib reads or writes the database by its name: `commands`, `queries`. */
export function isUseCase(path: string): boolean {
  return /^lib\/[^/]+\/(commands|queries)(\.ts$|\/)/.test(path)
}

/** A noun's judgement or vocabulary: everything of a noun but its use cases and the tests. */
export function isConcept(path: string): boolean {
  return nounRank(path) >= 0 && !isUseCase(path) && !isTest(path)
}

/** Whether an import names something Node brings along. */
export function isNodeBuiltin(target: string): boolean {
  return target.startsWith('node:')
}

/** Whether an import leads into that package. */
export function isPackage(target: string, ...names: string[]): boolean {
  return names.some((name) => target === name || target.startsWith(`${name}/`))
}
