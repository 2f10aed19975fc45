import type { Rule } from '../source-tree.ts'

const DRAWERS = /^(utils?|helpers?|misc|common|stuff)$/
const WORDS = '[a-z0-9]+(-[a-z0-9]+)*'
const FOLDER = new RegExp(`^(_?${WORDS}(\\.json)?|\\(${WORDS}\\)|\\[{1,2}(\\.\\.\\.)?[a-zA-Z]+\\]{1,2})$`)
const FILE = new RegExp(`^${WORDS}(\\.(test|en|de|config|d))?\\.(tsx?|mjs)$`)

/** A newcomer guesses the file from the concept, so a file is called what it holds. */
export const fileNames: Rule = {
  name: 'files are named in kebab-case after one concept; there are no drawers and no barrels',
  check: (tree) =>
    [...tree.sources.keys()].flatMap((path) => {
      const folders = path.split('/').slice(0, -1)
      const file = path.split('/').at(-1) ?? ''
      const stem = file.split('.')[0] ?? ''
      const sentences = [
        ...(FILE.test(file) && folders.every((folder) => FOLDER.test(folder)) ? [] : ['is not written in kebab-case.']),
        ...([...folders.slice(1), stem].some((part) => DRAWERS.test(part))
          ? ['is a drawer: name it after the one concept inside.']
          : []),
        ...(stem === 'index' ? ['is a barrel: import the file that holds the concept.'] : []),
      ]
      return sentences.map((sentence) => ({ file: path, sentence }))
    }),
}
