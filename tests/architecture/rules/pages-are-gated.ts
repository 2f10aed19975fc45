import type { Rule } from '../source-tree.ts'

/** Pages that anybody may open, and why. */
export const PUBLIC_PAGES: Readonly<Record<string, string>> = {
  '/sign-in': 'comes before there is a session',
  '/set-up': 'makes the first administrator, by a link that works once',
  '/set-password': 'gives a person their password, by a link that works once',
}

/** The address a page file answers, such as `/models/[id]`; undefined for other files. */
export function pageAddress(path: string): string | undefined {
  if (!/^app\/(.*\/)?page\.tsx$/.test(path)) return undefined
  const parts = path.split('/').slice(1, -1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
}

/** A page that forgot its gate would show everything to everybody. */
export const pagesAreGated: Rule = {
  name: 'every page asks pageCtx who is looking',
  check: (tree) =>
    [...tree.sources.values()].flatMap((file) => {
      const address = pageAddress(file.path)
      if (address === undefined || file.calls.has('pageCtx') || PUBLIC_PAGES[address] !== undefined) return []
      return [
        {
          file: file.path,
          sentence:
            'never calls pageCtx: a page names the permission it shows things under, or is listed as public with a reason.',
        },
      ]
    }),
}
