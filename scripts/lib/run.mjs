import { spawn } from 'node:child_process'
import { childEnvironment, root } from './project.mjs'

/** What a command that failed had said. */
export class CommandFailed extends Error {
  constructor(what, code, output) {
    super(`${what} failed (${code}).\n${output.trim().split('\n').slice(-60).join('\n')}`)
    this.name = 'CommandFailed'
  }
}

/** Runs a command quietly; what it said is shown only if it fails. */
export function runQuietly(what, program, args, { env = {}, onStart = () => undefined } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: childEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !program.endsWith('.exe'),
    })
    if (child.pid !== undefined) onStart(child.pid)
    let output = ''
    const keep = (chunk) => {
      output = `${output}${chunk}`.slice(-200_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code, signal) =>
      code === 0 ? resolve(output) : reject(new CommandFailed(what, signal ?? `exit code ${code}`, output)),
    )
  })
}

/** Runs a command with our own input and output and returns its exit code. */
export function runAloud(program, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: childEnvironment(env), stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
