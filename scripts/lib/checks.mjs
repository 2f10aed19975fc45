import { inRoot, pinnedNode } from './project.mjs'
import { runQuietly } from './run.mjs'

/** Runs the program of an installed package on the pinned Node; throws with what it said when it fails. */
export function runTool(label, path, args, env = {}) {
  return runQuietly(label, pinnedNode(), [inRoot('node_modules', path), ...args], { env })
}

/** Formatting and lint together: Biome reads each file once for both. */
export const FORMAT_AND_LINT = {
  label: 'Format and lint',
  run: () => runTool('biome check', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
}

export const TYPES = {
  label: 'Types',
  run: async () => {
    // Pages are typed by their routes; Next writes those types.
    await runTool('next typegen', 'next/dist/bin/next', ['typegen'])
    await runTool('tsc', 'typescript/bin/tsc', ['--noEmit', '--project', 'tsconfig.json'])
  },
}

/** The checks of `npm run validate`, the long ones first. */
export const CHECKS = [
  TYPES,
  vitestProject('Unit tests', 'unit'),
  FORMAT_AND_LINT,
  vitestProject('Architecture', 'architecture'),
]

function vitestProject(label, project) {
  return { label, run: () => runTool('vitest', 'vitest/vitest.mjs', ['run', '--project', project], { NO_COLOR: '1' }) }
}
