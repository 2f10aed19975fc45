import { everyImport } from '../every-import.ts'
import { isPackage } from '../places.ts'
import type { Rule } from '../source-tree.ts'

const RENDERING = 'lib/adapters/rendering/'
const SCREENS = ['react', 'react-dom', 'next', '@base-ui', '@tanstack/react-table', 'recharts', 'nuqs', 'lucide-react']

/** One use case serves a page, a handler, a job and a test, so it knows none of them. */
export const libHasNoScreens: Rule = {
  name: 'lib has no JSX, no React and no Next',
  check: (tree) => {
    const jsx = [...tree.sources.keys()]
      .filter((path) => path.startsWith('lib/') && path.endsWith('.tsx') && !path.startsWith(RENDERING))
      .map((file) => ({ file, sentence: `holds JSX: screens belong in app, documents in ${RENDERING}.` }))
    const imports = everyImport(tree, (file, target) => {
      if (!file.path.startsWith('lib/') || file.path.startsWith(RENDERING) || !isPackage(target, ...SCREENS))
        return null
      return `imports ${target}: lib also runs in the worker and the command line; return values and let app show them.`
    })
    return [...jsx, ...imports]
  },
}
