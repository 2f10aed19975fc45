import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { inRoot, root } from './project.mjs'

const DOORS = { worker: 'lib/worker/main.ts', weighbridge: 'lib/cli/main.ts' }

/** Bundles the doors that run outside the web server into `dist/`, with npm packages left where they are. */
export async function bundle() {
  // Only now: this file is also loaded before anything is installed.
  const esbuild = await import('esbuild')
  const doors = Object.entries(DOORS).filter(([, path]) => existsSync(inRoot(path)))
  await rm(inRoot('dist'), { recursive: true, force: true })
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(doors),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    sourcemap: true,
    logLevel: 'silent',
    jsx: 'automatic',
    plugins: [keepPlaces, ownSources],
  })
  // Its service would otherwise live as long as the start that built.
  await esbuild.stop()
}

/** Sources of ours are imported as `#lib/…`, which looks like a package and is none. */
const ownSources = {
  name: 'own-sources',
  setup(build) {
    build.onResolve({ filter: /^#/ }, ({ path }) => ({ path: inRoot(path.slice(1)) }))
  },
}

/** A file that finds others beside itself must go on finding them there, not beside the bundle. */
const keepPlaces = {
  name: 'keep-places',
  setup(build) {
    build.onLoad({ filter: /[/\\](lib|generated)[/\\].*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const place = `new URL(${JSON.stringify(relative(inRoot('dist'), path).replaceAll('\\', '/'))}, import.meta.url)`
      const contents = source
        .replace(/import\.meta\.url\b/g, `${place}.href`)
        .replace(/import\.meta\.(dirname|filename)\b/g, (_, which) =>
          which === 'filename'
            ? `decodeURIComponent(${place}.pathname)`
            : `decodeURIComponent(new URL('.', ${place}).pathname)`,
        )
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts', resolveDir: dirname(path) }
    })
  },
}
