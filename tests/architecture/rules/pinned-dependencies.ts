import type { Rule } from '../source-tree.ts'

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/

/** What was tested is what is installed. */
export const pinnedDependencies: Rule = {
  name: 'every dependency is pinned to one exact version',
  check: (tree) =>
    GROUPS.flatMap((group) =>
      Object.entries(tree.manifest[group] ?? {})
        .filter(([, version]) => typeof version !== 'string' || !EXACT.test(version))
        .map(([name, version]) => ({
          file: 'package.json',
          sentence: `${group} asks for ${name} ${version}: write the one version that was tested.`,
        })),
    ),
}
