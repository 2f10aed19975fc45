import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LabelledText } from './licences-texts.ts'

/** What another program said of each text, in their order, and how long it took; null where it is not installed. */
export interface ToolRun {
  name: string
  named: (string | null)[]
  seconds: number
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}

function filesOf(texts: readonly LabelledText[]): { folder: string; files: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'licence-bench-'))
  const files = texts.map(({ text }, at) => {
    const file = join(folder, `${String(at).padStart(5, '0')}.txt`)
    writeFileSync(file, text)
    return file
  })
  return { folder, files }
}

/** Debian's licensecheck over the texts as files, naming by SPDX ids; null where it is not installed. */
export function runDebianTool(texts: readonly LabelledText[]): ToolRun | null {
  if (!isInstalled('licensecheck')) return null
  const { folder, files } = filesOf(texts)
  try {
    const start = performance.now()
    const args = ['--shortname-scheme=spdx', '--machine', '--lines=0', '--check=.*', ...files]
    const { stdout } = spawnSync('licensecheck', args, { encoding: 'utf8', maxBuffer: 1 << 28 })
    const seconds = (performance.now() - start) / 1_000
    const said = new Map(stdout.split('\n').map((line) => [line.split('\t')[0] ?? '', line.split('\t')[1] ?? '']))
    const named = files.map((file) => {
      const name = said.get(file) ?? ''
      return name === '' || name === 'UNKNOWN' ? null : name.replace(/ (?:and|or) .*/, '')
    })
    return { name: 'licensecheck', named, seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const LICENSEE = `
require 'licensee'
ARGV.each do |path|
  file = Licensee::ProjectFiles::LicenseFile.new(File.read(path, encoding: 'utf-8'), 'LICENSE')
  puts(file.license ? file.license.spdx_id : '')
end
`

/** Ruby's licensee over the texts; null where it is not installed. */
export function runRubyTool(texts: readonly LabelledText[]): ToolRun | null {
  if (spawnSync('ruby', ['-e', "require 'licensee'"], { stdio: 'ignore' }).status !== 0) return null
  const { folder, files } = filesOf(texts)
  try {
    const start = performance.now()
    const { stdout } = spawnSync('ruby', ['-e', LICENSEE, ...files], { encoding: 'utf8', maxBuffer: 1 << 26 })
    const seconds = (performance.now() - start) / 1_000
    const lines = stdout.split('\n')
    const named = files.map((_, at) => {
      const name = lines[at] ?? ''
      return name === '' || name === 'NOASSERTION' ? null : name
    })
    return { name: 'licensee', named, seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
