import type { Rule } from '../source-tree.ts'

/** Handlers that anybody may call, and why. */
export const PUBLIC_HANDLERS: Readonly<Record<string, string>> = {
  'app/api/health/route.ts': 'tells a supervisor that the process answers, and nothing else',
  'app/api/ready/route.ts': 'tells a load balancer that the database is there, and nothing else',
  'app/api/auth/callback/[provider]/route.ts':
    'ends a sign-in: whoever comes back from the identity provider has no session yet',
  'app/api/v1/openapi.json/route.ts': 'describes the API; the same file is in the repository',
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', '*']

/** Each method of a handler is a way in. */
export const handlersAreGated: Rule = {
  name: 'every method of every handler goes through handle',
  check: (tree) =>
    [...tree.sources.values()].flatMap((file) => {
      if (!/^app\/(.*\/)?route\.tsx?$/.test(file.path) || PUBLIC_HANDLERS[file.path] !== undefined) return []
      return file.exports
        .filter((one) => METHODS.includes(one.name) && !one.calls.has('handle'))
        .map((one) => ({
          file: file.path,
          sentence: `answers ${one.name} without handle: it finds the actor and asks for the permission. Or list the file as public with a reason.`,
        }))
    }),
}
