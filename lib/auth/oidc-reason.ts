/** Why a sign-in did not work, in one line for the log: every cause from the outside in, nothing that could forge a line. */
export function reasonOf(error: Error): string {
  const said: string[] = []
  let next: unknown = error
  while (next instanceof Error && said.length < 5) {
    said.push([next.name, messageOf(next), ...detailsOf(next)].filter((part) => part !== '').join(' '))
    next = causeOf(next)
  }
  return said
    .join(' <- ')
    .replace(/\p{C}+/gu, ' ')
    .slice(0, 500)
}

/** Auth.js ends every message with an address of its manual, which tells nobody anything. */
function messageOf({ message }: Error): string {
  return message.replace(/\.? ?Read more at https:\S+$/, '')
}

/** What answers of the provider bring along: an OAuth error code, an HTTP status. */
function detailsOf(error: Error): string[] {
  const code = 'error' in error && typeof error.error === 'string' ? [`(${error.error})`] : []
  const status = 'status' in error && typeof error.status === 'number' ? [`(HTTP ${error.status})`] : []
  return [...code, ...status]
}

/** Auth.js wraps what it caught as `cause.err`. */
function causeOf({ cause }: Error): unknown {
  return typeof cause === 'object' && cause !== null && 'err' in cause ? cause.err : cause
}
