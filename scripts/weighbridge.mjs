#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { childEnvironment, dataFolder, inRoot, pinnedNode, requireNode } from './lib/project.mjs'

// The command line: hands over to lib/cli/main.ts, here if this Node runs TypeScript, else on the pinned one.

requireNode()
const node = pinnedNode()
const isMissing = node === null || !isResolvable('pg') || !isResolvable('commander')
if (isMissing) {
  console.error('Nothing is installed here yet: run "npm start" once, or "npm ci".')
  process.exit(3)
}
process.env.WEIGHBRIDGE_DATA = dataFolder()
const main = inRoot('lib', 'cli', 'main.ts')
if (Number(process.versions.node.split('.')[0]) >= 24) {
  process.argv[1] = main
  await import(main)
} else {
  const child = spawn(node, [main, ...process.argv.slice(2)], { env: childEnvironment(), stdio: 'inherit' })
  // A signal from the terminal reaches the child as well; it decides how to end, and we end with its answer.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 3))
}

function isResolvable(name) {
  try {
    createRequire(import.meta.url).resolve(`${name}/package.json`)
    return true
  } catch (error) {
    return error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
  }
}
